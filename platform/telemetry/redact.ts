const phonePattern = /^\+(\d{3})(\d+)(\d{2})$/;

/** `+380671234567` becomes `+380 ••••••• 67`: enough for its owner to recognise, nothing for anybody else. */
export function maskPhone(phone: string): string {
  const parts = phonePattern.exec(phone);
  if (parts === null) return '•••';
  const [, country, middle, end] = parts;
  return `+${country} ${'•'.repeat(middle?.length ?? 0)} ${end}`;
}
