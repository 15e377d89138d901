/** A fake of DeviceHive's auth server. */
@NullMarked
package dev.latchkey.fake.devicehive;

import org.jspecify.annotations.NullMarked;
