package dev.latchkey.scenarios.faults;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.fake.connectware.FakeConnectware;

/** Connectware's forty operations, and those beyond its auth page. */
final class ConnectwareRows extends Rows<FakeConnectware, ConnectwareClient> {
    ConnectwareRows() {
        super("connectware");
        new ConnectwareUserRows(this).add();
        new ConnectwareRoleRows(this).add();
        new ConnectwareLoginRows(this).add();
        new ConnectwareDeviceRows(this).add();
    }
}
