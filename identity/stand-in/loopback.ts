const names = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether a host name can only mean this machine. */
export function isLoopbackHost(host: string): boolean {
  return names.has(host.toLowerCase());
}

/** Whether a socket's address is this machine's own (127.0.0.0/8 and ::1, also as an IPv4-mapped address). */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && (address === '::1' || /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address));
}
