import { Api, GrammyError, HttpError } from 'grammy';
import type { ChannelRequest, SendOutcome } from '#clients/messengers/core/channel.ts';

/** The methods that this channel calls, and no other. */
const methods = ['sendMessage', 'editMessageText', 'answerCallbackQuery', 'setWebhook', 'setMyCommands'] as const;
type Method = (typeof methods)[number];

const timeoutSeconds = 10;
const retryTokenMs = 60_000;
const retryConnectMs = 2_000;
/** Nothing has left this machine: the request was certainly not done. */
const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

export interface BotApi {
  call(request: Pick<ChannelRequest, 'method' | 'payload'>): Promise<SendOutcome>;
}

/** Telegram's answers, sorted by what they mean for a message. */
export function createBotApi(token: string, apiRoot: string): BotApi {
  // Payloads and addresses hold amounts and the token: none of it goes into an error's message.
  const api = new Api(token, { apiRoot, timeoutSeconds, sensitiveLogs: false });

  return {
    async call({ method, payload }) {
      if (!isMethod(method)) return { kind: 'refused', reason: `there is no ${method} here`, blocked: false };
      try {
        const raw = api.raw[method] as (payload: unknown) => Promise<unknown>;
        return { kind: 'sent', ...messageOf(await raw(payload)) };
      } catch (error) {
        return meaningOf(error);
      }
    },
  };
}

function isMethod(method: string): method is Method {
  return (methods as readonly string[]).includes(method);
}

function messageOf(result: unknown): { readonly message?: string } {
  const id = typeof result === 'object' && result !== null && 'message_id' in result ? result.message_id : undefined;
  return typeof id === 'number' ? { message: String(id) } : {};
}

function meaningOf(error: unknown): SendOutcome {
  if (error instanceof GrammyError) {
    const { error_code: code, description, parameters } = error;
    if (code === 429) return { kind: 'later', afterMs: (parameters.retry_after ?? 1) * 1_000, reason: 'too many requests' };
    if (description.includes('message is not modified')) return { kind: 'sent' };
    if (code === 401 || code === 404) return { kind: 'later', afterMs: retryTokenMs, reason: 'the bot token is not accepted' };
    if (code >= 500) return { kind: 'unknown', reason: description };
    return { kind: 'refused', reason: description, blocked: code === 403 };
  }
  if (error instanceof HttpError) {
    const cause = error.error;
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'no answer';
    return notSent.has(code) ? { kind: 'later', afterMs: retryConnectMs, reason: code } : { kind: 'unknown', reason: code };
  }
  throw error;
}
