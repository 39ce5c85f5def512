import { LegacyUnreachable } from '#platform/errors.ts';
import { redactCode } from '#platform/telemetry/redact.ts';
import type { Call, OperationPolicy } from '../kit/call.ts';
import type { LegacySystem } from '../kit/legacy-system.ts';
import { postSigned } from '../kit/signed-post.ts';
import { decodeAnswer } from '../kit/transport.ts';
import { XmlMalformed } from './malformed.ts';

export interface XmlClientOptions<Operations extends string> {
  readonly system: LegacySystem;
  readonly policies: Readonly<Record<Operations, OperationPolicy>>;
  /** `application/xml; charset=utf-8` unless said otherwise; documents are sent as UTF-8. */
  readonly contentType?: string;
  /** Statuses whose answers `take` sees; 2xx unless said otherwise. 401, 429 and 5xx never reach it. */
  readonly accepts?: (status: number) => boolean;
}

export interface XmlRequest {
  /** The whole document, declaration and all. */
  readonly document: string;
  /** Another path than the endpoint's, on the same host. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer in the charset that it names. */
export interface XmlAnswer {
  readonly status: number;
  readonly text: string;
}

export interface XmlClient<Operations extends string> {
  /**
   * Posts one document through all layers of its system. `take` reads the answer: it throws XmlMalformed or LegacyUnreachable for
   * one that it cannot read, and LegacyRefused for a refusal. Throws a LegacyFailure for whatever the system did.
   */
  call<Result>(operation: Operations, request: XmlRequest, call: Call, take: (answer: XmlAnswer) => Result): Promise<Result>;
}

/** A client for systems that take plain XML over HTTP POST, on the same layers as the SOAP client. */
export function createXmlClient<Operations extends string>(options: XmlClientOptions<Operations>): XmlClient<Operations> {
  const { system, policies } = options;
  const { name } = system;
  const contentType = options.contentType ?? 'application/xml; charset=utf-8';
  const accepts = options.accepts ?? ((status) => status >= 200 && status < 300);

  return {
    call: (operation, request, call, take) =>
      system.run(operation, policies[operation], call, async (credentials, operationCall) => {
        const headers = { accept: 'application/xml, text/xml', 'content-type': contentType, ...request.headers };
        const answer = await postSigned(system, credentials, operationCall, { path: request.path, headers, document: request.document });
        const { status } = answer;
        if (status >= 500 || status === 429) throw new LegacyUnreachable(name, 'UPSTREAM_UNAVAILABLE', `${operation}: HTTP ${status}`);
        if (!accepts(status)) throw new LegacyUnreachable(name, 'UPSTREAM_MALFORMED', `${operation}: HTTP ${status}`);
        try {
          return take({ status, text: decodeAnswer(name, operation, answer).text });
        } catch (error) {
          if (!(error instanceof XmlMalformed)) throw error;
          throw new LegacyUnreachable(name, 'UPSTREAM_MALFORMED', `${operation}: ${redactCode(error.message, credentials.secrets)}`);
        }
      }),
  };
}
