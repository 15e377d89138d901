/** The DeviceHive client: one class per API group, and the records that they take and return. */
@NullMarked
package dev.latchkey.devicehive;

import org.jspecify.annotations.NullMarked;
