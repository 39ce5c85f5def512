import { afterAll, beforeAll, describe } from 'vitest';
import type { HttpServer } from '#platform/http/http-server.ts';
import { describeAuthorizationCode } from './contract/authorization-code.ts';
import { describeChromium } from './contract/chromium.ts';
import type { ContractSubject } from './contract/contract.ts';
import { describeCrossOrigin } from './contract/cross-origin.ts';
import { describePasswords } from './contract/passwords.ts';
import { describeSessions } from './contract/sessions.ts';
import { describeTokens } from './contract/tokens.ts';
import { startApplication } from './testkit/application.ts';
import type { RunningIdentity } from './testkit/running-identity.ts';
import { identities } from './testkit/servers.ts';

const startMsMax = 330_000;

for (const kind of identities) {
  describe.skipIf(kind.skipped)(kind.title, () => {
    let application: HttpServer | undefined;
    let running: RunningIdentity | undefined;

    beforeAll(async () => {
      application = await startApplication(() => started(running).origin);
      running = await kind.start(application.url);
    }, startMsMax);

    afterAll(async () => {
      await running?.stop();
      await application?.stop();
    }, startMsMax);

    const subject: ContractSubject = { running: () => started(running), webOrigin: () => started(application).url };
    describeTokens(subject);
    describeSessions(subject);
    describeAuthorizationCode(subject);
    describeCrossOrigin(subject);
    describePasswords(subject);
    describeChromium(subject);
  });
}

function started<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new TypeError('Not started.');
  return part;
}
