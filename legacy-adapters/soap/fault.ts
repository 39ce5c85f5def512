import { collapse } from '../xml/characters.ts';
import type { ElementReader } from '../xml/codec/element.ts';
import type { Reader } from '../xml/codec/reader.ts';
import { END } from '../xml/names.ts';

/** What a Fault's detail holds, where the WSDL declares it. */
export interface FaultDetail {
  /** `{namespace}local` */
  readonly name: string;
  readonly value: unknown;
}

/** A SOAP Fault. Only its codes are in `message`; its text and detail, which may show anything, are never logged with it. */
export class SoapFault extends Error {
  override readonly name = 'SoapFault';
  /** `Client.SessionExpired` (SOAP 1.1) or `Sender` (SOAP 1.2), without its prefix. */
  readonly code: string;
  /** SOAP 1.2's subcode without its prefix; SOAP 1.1 has none. */
  readonly subcode: string | undefined;
  readonly #text: string;
  readonly #detail: FaultDetail | undefined;

  constructor(code: string, subcode: string | undefined, text: string, detail: FaultDetail | undefined) {
    super('a Fault');
    this.code = code;
    this.subcode = subcode;
    this.#text = text;
    this.#detail = detail;
  }

  /** The system's own words: for telling faults apart where their codes do not, never for a log or an error. */
  get text(): string {
    return this.#text;
  }

  /** `undefined` when there is none, or none that the WSDL declares for the operation. */
  get detail(): FaultDetail | undefined {
    return this.#detail;
  }

  /** The value of the detail when it is of that element. */
  detailOf<Value>(element: ElementReader<Value>): Value | undefined {
    return this.#detail?.name === element.name ? (this.#detail.value as Value) : undefined;
  }
}

const codeLengthMax = 200;
const local = (qualified: string) => collapse(qualified.slice(qualified.lastIndexOf(':') + 1));

/** Reads the Fault that is open, of either version (SOAP 1.1, 4.4; SOAP 1.2 part 1, 5.4), and passes it. */
export function readFault(reader: Reader, faults: readonly ElementReader<unknown>[]): SoapFault {
  let code: string | undefined;
  let subcode: string | undefined;
  let text = '';
  let detail: FaultDetail | undefined;
  for (let name = reader.next(); name !== END; name = reader.next()) {
    switch (reader.element().local) {
      case 'faultcode':
        code = local(reader.string());
        break;
      case 'faultstring':
        text = reader.string();
        break;
      case 'Code':
        [code, subcode] = readCode(reader);
        break;
      case 'Reason':
        text = readReason(reader);
        break;
      case 'detail':
      case 'Detail':
        detail = readDetail(reader, faults);
        break;
      default:
        reader.skip();
    }
  }
  if (code === undefined || code === '' || code.length > codeLengthMax) throw reader.malformed('a Fault without a code');
  return new SoapFault(code, subcode?.slice(0, codeLengthMax), text, detail);
}

/** Code holds Value and perhaps Subcode, which holds the same again; only the first subcode counts. */
function readCode(reader: Reader): [code: string | undefined, subcode: string | undefined] {
  let code: string | undefined;
  let subcode: string | undefined;
  for (let name = reader.next(); name !== END; name = reader.next()) {
    const { local: element } = reader.element();
    if (element === 'Value') code = local(reader.string());
    else if (element === 'Subcode') [subcode] = readCode(reader);
    else reader.skip();
  }
  return [code, subcode];
}

function readReason(reader: Reader): string {
  let text = '';
  for (let name = reader.next(); name !== END; name = reader.next()) text ||= reader.string();
  return text;
}

function readDetail(reader: Reader, faults: readonly ElementReader<unknown>[]): FaultDetail | undefined {
  let detail: FaultDetail | undefined;
  // A detail may hold bare text, which some systems put their stack trace into.
  for (let { name } = reader.mixed(); name !== END; { name } = reader.mixed()) {
    const declared = faults.find(({ id }) => id === name);
    if (declared === undefined || detail !== undefined) reader.skip();
    else detail = { name: declared.name, value: declared.read(reader) };
  }
  return detail;
}
