// Loaded before anything else in a process under test (`node --import`): writes down every address that is looked up or
// connected to, so that a test can say that nothing ever left the machine.

import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

// biome-ignore lint/style/noProcessEnv: it runs before anything of ours, in a process under test
const log = process.env.EGRESS_LOG;
const note = (kind, what) => log && appendFileSync(log, `${JSON.stringify({ kind, what: String(what), pid: process.pid })}\n`);

note('watching', process.argv[1] ?? 'node');

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function watchedConnect(...given) {
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: given[1] };
  note('connect', options.path ?? options.host ?? 'localhost');
  return connect.apply(this, given);
};

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny']) {
  for (const holder of [dns, dns.promises]) {
    const original = holder[name];
    if (typeof original !== 'function') continue;
    holder[name] = function watchedLookup(host, ...rest) {
      note('lookup', host);
      return original.call(this, host, ...rest);
    };
  }
}

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function watchedSend(...given) {
  note('datagram', given.find((part) => typeof part === 'string' && /[.:]/.test(part)) ?? 'localhost');
  return send.apply(this, given);
};
