// What .ci/clients runs: each line of the named file is a fake and its address.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const DeviceHive = require('devicehive');
const { ResourceOwnerPassword } = require('simple-oauth2');

const fakes = new Map(
    fs.readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => line.split(' ')));
const user = { login: 'jane', password: 'her-password' };

async function control(url, action, body) {
    const answer = await fetch(new URL(`/__fake/${action}`, url), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
    });
    assert.equal(answer.status, 200, action);
}

async function deviceHive() {
    const auth = fakes.get('devicehive');
    const client = new DeviceHive({
        authServiceURL: auth,
        mainServiceURL: auth.replace('/auth/rest', '/api/rest'),
        ...user,
    });
    await client.connect(); // logs in, and makes a token of its own from the networks and types in that of the login
    const networks = await client.network.list(new DeviceHive.models.query.NetworkListQuery());
    const devices = await client.device.list(new DeviceHive.models.query.DeviceListQuery());
    assert.deepEqual(networks.map(network => network.id), [1]);
    assert.deepEqual(devices.map(device => device.id), ['lamp']);
    await assert.rejects(client.device.get('oven'), 'a device of a foreign network');

    const nothing = await client.token.createUserToken(new DeviceHive.models.UserToken({ userId: 10, actions: ['GetNetwork'] }));
    const limited = new DeviceHive({
        authServiceURL: auth,
        mainServiceURL: auth.replace('/auth/rest', '/api/rest'),
        accessToken: nothing.accessToken,
        autoUpdateSession: false,
    });
    await limited.connect();
    assert.deepEqual(await limited.network.list(new DeviceHive.models.query.NetworkListQuery()), []);

    const renewed = await client.token.refresh(client.refreshToken);
    assert.ok(renewed.accessToken);
    await assert.rejects(new DeviceHive({
        authServiceURL: auth, mainServiceURL: auth, login: 'jane', password: 'wrong',
    }).connect());
}

async function oauth2() {
    const base = fakes.get('controlbyweb');
    const { origin, pathname } = new URL(base);
    const client = new ResourceOwnerPassword({
        client: { id: 'any', secret: 'any' },
        auth: { tokenHost: origin, tokenPath: `${pathname}/v1/auth/token` },
    });
    const authorized = token => fetch(`${base}/v1/accounts/1234/tokens`, {
        headers: { accept: 'application/json', authorization: `Bearer ${token.token.access_token}` },
    });

    const first = await client.getToken({ username: user.login, password: user.password });
    assert.equal((await authorized(first)).status, 200);
    assert.equal(first.expired(), false);
    await control(base, 'clock/advance', { seconds: 25 * 3600 });
    assert.equal((await authorized(first)).status, 401);
    const second = await first.refresh();
    assert.notEqual(second.token.refresh_token, first.token.refresh_token);
    assert.equal((await authorized(second)).status, 200);
    await assert.rejects(first.refresh(), 'a refresh token that was used');
    await assert.rejects(client.getToken({ username: user.login, password: 'wrong' }));
}

(async () => {
    await deviceHive();
    console.log('clients: devicehive 2.1.0 against the fake of DeviceHive: ok');
    await oauth2();
    console.log('clients: simple-oauth2 5.1.0 against the fake of ControlByWeb: ok');
})().catch(error => {
    console.error(error);
    process.exitCode = 1;
});
