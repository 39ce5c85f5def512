/**
 * A text of a legacy system's own, made fit for our log: a code, and nothing that we use to sign in, even where the system
 * sends it back as a code.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let shown = text.replaceAll(/[^\w.:\-/ ,()]/g, '?');
  for (const secret of secrets) if (secret.length > 3) shown = shown.replaceAll(secret.replaceAll(/[^\w.:\-/ ,()]/g, '?'), '[secret]');
  // Cut last, since the first part of a secret that was cut is not found any more.
  return shown.slice(0, 200);
}
