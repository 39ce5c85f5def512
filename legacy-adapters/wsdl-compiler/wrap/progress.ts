const quietMs = 400;

/** Tells how far a long compilation is; a short one says nothing. */
export function createProgress(say: (line: string) => void, now: () => number = () => performance.now()): (stage: string) => void {
  const from = now();
  return (stage) => {
    const elapsed = now() - from;
    if (elapsed >= quietMs) say(`${(elapsed / 1000).toFixed(1)} s: ${stage}`);
  };
}
