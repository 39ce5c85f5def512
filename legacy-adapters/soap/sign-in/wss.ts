const oasis = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

/** Names of Web Services Security: SOAP Message Security 1.1, and the pieces that strategies share. */
export const wss = {
  extension: `${oasis}-wssecurity-secext-1.0.xsd`,
  utility: `${oasis}-wssecurity-utility-1.0.xsd`,
  tokenProfile: `${oasis}-username-token-profile-1.0`,
  base64: `${oasis}-soap-message-security-1.0#Base64Binary`,
  security: (content: string) => `<wsse:Security xmlns:wsse="${wss.extension}" xmlns:wsu="${wss.utility}">${content}</wsse:Security>`,
  timestamp(created: Date, lifeMs: number): string {
    const expires = new Date(created.getTime() + lifeMs);
    return `<wsu:Timestamp><wsu:Created>${created.toISOString()}</wsu:Created><wsu:Expires>${expires.toISOString()}</wsu:Expires></wsu:Timestamp>`;
  },
} as const;
