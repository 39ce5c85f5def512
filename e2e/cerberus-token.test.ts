import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningIdentity } from '#identity/testkit/running-identity.ts';
import { identities } from '#identity/testkit/servers.ts';
import { type Cerberus, createCerberus } from '#legacy-adapters/cerberus/index.ts';
import { type CerberusSimulator, createCerberusSimulator } from '#legacy-adapters/cerberus/simulator/simulator.ts';
import { people } from '#legacy-adapters/simulation/people.ts';
import { createDeadline } from '#platform/deadline.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';

const clientId = 'portico-cerberus';
const startMsMax = 300_000;
const inTime = () => ({ deadline: createDeadline(20_000), trace: unrecorded() });

for (const { title, skipped, start } of identities) {
  describe.skipIf(skipped)(`Cerberus, with tokens of ${title}`, () => {
    let identity: RunningIdentity;
    let simulator: CerberusSimulator;
    let cerberus: Cerberus;

    const connect = (change: { clientId?: string; clientSecret?: string } = {}) =>
      createCerberus({
        endpoint: simulator.url,
        tokenUrl: `${identity.origin}/realms/portico/protocol/openid-connect/token`,
        clientId,
        clientSecret: 'cerberus-development-secret',
        deadlineMs: 20_000,
        ...change,
      });

    beforeAll(async () => {
      identity = await start('http://127.0.0.1:4000');
      const issuer = `${identity.origin}/realms/portico`;
      simulator = createCerberusSimulator({
        port: 0,
        issuer,
        jwksUrl: `${issuer}/protocol/openid-connect/certs`,
        clientId,
        switches: { latencyMs: 0 },
        logger: createLogger('test', 'silent'),
      });
      await simulator.start();
      cerberus = await connect();
    }, startMsMax);
    afterAll(async () => {
      await cerberus?.close();
      await simulator?.stop();
      await identity?.stop();
    });

    it('lets us in, by the audience and the client that the realm puts into them', async () => {
      const [olena] = await cerberus.findVerifications([people.olena.customerId], inTime());
      expect(olena).toMatchObject({ status: 'VERIFIED', level: 'FULL' });
    });

    it.each([
      ['a wrong secret', { clientSecret: 'a-wrong-secret' }],
      ['a client that may not have a token of its own', { clientId: 'portico-web' }],
    ])('lets nobody in by %s', async (_case, change) => {
      simulator.calls.reset();
      const stranger = await connect(change);
      await expect(stranger.findVerifications(['1'], inTime())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
      expect(simulator.calls.total()).toBe(0);
      await stranger.close();
    });

    it("does not let a customer in by the customer's own token", async () => {
      const form = { grant_type: 'password', client_id: 'portico-cli', username: 'olena', password: 'portico-demo' };
      const url = `${identity.origin}/realms/portico/protocol/openid-connect/token`;
      const answer = (await (await fetch(url, { method: 'POST', body: new URLSearchParams(form) })).json()) as { access_token: string };
      const response = await fetch(simulator.url, {
        method: 'POST',
        headers: {
          'content-type': 'text/xml; charset=utf-8',
          soapaction: '"urn:portico:cerberus:v1/GetVerificationStates"',
          authorization: `Bearer ${answer.access_token}`,
        },
        body: '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><GetVerificationStates xmlns="urn:portico:cerberus:v1"/></e:Body></e:Envelope>',
      });
      expect(response.status).toBe(401);
    });
  });
}
