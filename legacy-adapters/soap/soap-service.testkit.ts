import { readFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import { type IServerOptions, listen, type Server } from 'soap';
import { createLegacySystem, type LegacySystemOptions } from '../kit/legacy-system.ts';
import { type Answered, type Asked, callOf, closing, serve, type TestServer } from '../kit/server.testkit.ts';
import { operations, schema } from '../wsdl-compiler/fixtures/wsdl-soap11/generated/operations.ts';
import { createSoapClient } from './soap-client.ts';

const wsdl = readFileSync(new URL('../wsdl-compiler/fixtures/wsdl-soap11/service.wsdl', import.meta.url), 'utf8');

/** What node-soap, which is not ours, read of a request. */
export interface SoapAsked extends Asked {
  readonly header: Readonly<Record<string, unknown>>;
}

/**
 * The service of the fixture wsdl-soap11 behind node-soap's server: `Ask` answers 1.00. `check` may throw node-soap's
 * `{ Fault }` to refuse, `dress` changes the answer.
 */
export async function serveAsk(
  check: (asked: SoapAsked) => void,
  dress: (xml: string, asked: Asked) => Answered = (body) => ({ body }),
  tls?: ServerOptions,
): Promise<TestServer> {
  let asking: Asked | undefined;
  const handler = async (_input: unknown, _callback: unknown, header: Readonly<Record<string, unknown>>) => {
    if (asking === undefined) throw new Error('nobody asks');
    check({ ...asking, header: header ?? {} });
    return { sum: '1.00' };
  };
  const server = await new Promise<Server>((resolve, reject) => {
    const callback = (error: unknown, made: Server) => (error ? reject(error) : resolve(made));
    const options: IServerOptions = { path: '/', xml: wsdl, services: { AService: { APort: { Ask: handler } } } };
    listen(null as unknown as Parameters<typeof listen>[0], { ...options, callback } as IServerOptions);
  });
  let turn: Promise<unknown> = Promise.resolve();
  return serve((asked) => {
    // One at a time, since node-soap hands its handler nothing of the HTTP request.
    const answered = turn.then(async () => {
      asking = asked;
      const { statusCode, body } = await server.processRequest(asked.body.toString());
      const { status = statusCode, ...rest } = dress(body, asked);
      return { status, ...rest };
    });
    turn = answered.catch(() => undefined);
    return answered;
  }, tls);
}

/** A client of that service; `ask` answers with the sum. */
export function askerOf(endpoint: string, options: Partial<LegacySystemOptions> & Pick<LegacySystemOptions, 'signIn'>) {
  const system = closing(
    createLegacySystem({ name: 'core', endpoint, deadlineMs: 10_000, policies: { backOffMs: 1, backOffMaxMs: 2 }, ...options }),
  );
  const clientOf = (policy: 'read' | 'change') =>
    createSoapClient({ system, version: '1.1', schema, operations, policies: { Ask: policy } });
  const call = async (policy: 'read' | 'change') => (await clientOf(policy).call(operations.Ask, { id: '7' }, callOf())).sum;
  return { system, ask: () => call('read'), change: () => call('change') };
}

/** A Fault as node-soap's server takes it. */
export function soapFault(faultcode: string, faultstring = 'no'): object {
  return Object.assign(new Error('no'), { Fault: { faultcode, faultstring } });
}
