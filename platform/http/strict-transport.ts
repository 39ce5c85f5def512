/**
 * Tells browsers to come by TLS only, for a year (HSTS, RFC 6797), where the public address has it; TLS itself ends in front of the bank.
 * Other names below the bank's domain are not ours to decide about.
 */
export function strictTransportHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {};
}
