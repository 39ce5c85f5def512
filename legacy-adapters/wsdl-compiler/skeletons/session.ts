import { key, member, uniqueProperty } from '../compiler/identifiers.ts';
import type { Plan } from '../compiler/plan.ts';
import type { Field } from '../compiler/shape.ts';
import type { ElementUse } from '../schema/model.ts';
import { localOf, wordsOf } from './names.ts';
import type { Service, ServiceOperation } from './service.ts';
import { simpleSample } from './simple-sample.ts';

/** How a session is opened, carried and closed, as far as names in a WSDL tell. */
export interface SessionPlan {
  readonly login: ServiceOperation;
  readonly logout: ServiceOperation | undefined;
  /** The input of `login`, as TypeScript in which `user` and `password` are known. */
  readonly question: string;
  /** The session's id in `answer`. */
  readonly sessionId: string;
  /** The header element that carries it, with its value in terms of `session`; a cookie where no operation has one. */
  readonly header: { readonly element: string; readonly value: string } | undefined;
}

const opens = /^(?:log ?(?:in|on)|sign ?in|authenticate|(?:open|create|start) ?session)\b/;
const closes = /^(?:log ?(?:out|off)|sign ?out|(?:close|end|destroy) ?session)\b/;
const depthMax = 3;

export function sessionOf(plan: Plan, service: Service): SessionPlan | string {
  const named = (pattern: RegExp) => service.operations.find(({ name }) => pattern.test(wordsOf(name).join(' ').toLowerCase()));
  const login = named(opens);
  if (login === undefined) return 'there is no operation such as Login';
  const question = questionOf(plan, login.operation.input.body);
  if (question === undefined) return `${login.name} takes more than a user, a password and plain values`;
  if (!/: user\b/.test(question) || !/: password\b/.test(question)) return `${login.name} takes no user and password, by their names`;
  const sessionId = sessionIdOf(plan, login.operation.output?.body);
  if (sessionId === undefined) return `the answer of ${login.name} has no plain value to take for a session`;
  return { login, logout: named(closes), question, sessionId, header: headerOf(plan, service) };
}

function fieldsOf(plan: Plan, use: ElementUse | undefined): readonly Field[] | undefined {
  if (use?.type.kind !== 'complex') return undefined;
  const planned = plan.planned(use.type.key);
  return planned.tagged || planned.attributes.length > 0 ? undefined : planned.fields;
}

function questionOf(plan: Plan, body: ElementUse | undefined): string | undefined {
  const parts = fieldsOf(plan, body)?.map((field) => {
    if (field.kind !== 'element' || field.element.type.kind !== 'simple' || field.max > 1) return field.min === 0 ? '' : undefined;
    const name = localOf(field.element.name);
    const isText = plan.simple.type(field.element.type.type, '') === 'string';
    const { source } = simpleSample(field.element.type.type, plan.model);
    if (/pass|pwd|secret/i.test(name)) return `${key(field.property)}: password`;
    if (isText && /user|login|name|client/i.test(name)) return `${key(field.property)}: user`;
    return field.min === 0 ? '' : `${key(field.property)}: ${source}`;
  });
  if (parts === undefined || parts.includes(undefined)) return undefined;
  return `{ ${parts.filter((part) => part !== '').join(', ')} }`;
}

/** The shallowest value with a telling name, else the first of all. */
function sessionIdOf(plan: Plan, body: ElementUse | undefined): string | undefined {
  const found: { path: string; depth: number; telling: boolean }[] = [];
  const look = (use: ElementUse | undefined, path: string, depth: number) => {
    for (const field of fieldsOf(plan, use) ?? []) {
      if (field.kind !== 'element' || field.max > 1) continue;
      const optional = field.min === 0 || field.element.nillable;
      const inner = member(path, field.property);
      const { type } = field.element;
      if (type.kind === 'simple' && plan.simple.type(type.type, '') === 'string')
        found.push({ path: inner, depth, telling: /sess|token|ticket|sid/i.test(field.property) });
      else if (depth < depthMax) look(field.element, optional ? `${inner}?` : inner, depth + 1);
    }
  };
  look(body, 'answer', 0);
  const [best] = found.sort((a, b) => Number(b.telling) - Number(a.telling) || a.depth - b.depth);
  return best?.path;
}

function headerOf(plan: Plan, service: Service): SessionPlan['header'] {
  const [header] = service.operations.flatMap(({ operation }) => operation.input.headers);
  const fields = fieldsOf(plan, header);
  const [only] = fields ?? [];
  if (header === undefined || fields?.length !== 1 || only?.kind !== 'element' || only.element.type.kind !== 'simple') return undefined;
  return { element: elementProperty(plan, header), value: `{ ${key(only.property)}: session }` };
}

/** The name of an element in the table `elements` of generated code. */
export function elementProperty(plan: Plan, wanted: ElementUse): string {
  const taken = new Set<string>();
  for (const element of plan.model.elements) {
    const property = uniqueProperty(localOf(element.name), taken);
    if (element === wanted) return property;
  }
  return localOf(wanted.name);
}
