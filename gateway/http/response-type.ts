import Negotiator from 'negotiator';

/** The two media types of a GraphQL answer (GraphQL over HTTP, section 4); the first is for whoever does not mind. */
const responseTypes = ['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8'] as const;
export type ResponseType = (typeof responseTypes)[number];

const acceptLengthMax = 1_000;

/** The type of answer that an `Accept` header (RFC 9110, section 12.5.1) prefers; undefined where it accepts neither. */
export function chooseResponseType(accept: string | undefined): ResponseType | undefined {
  if (accept === undefined) return responseTypes[0];
  const preferred = new Negotiator({ headers: { accept: accept.slice(0, acceptLengthMax) } }).mediaType([...responseTypes]);
  return responseTypes.find((type) => type === preferred);
}
