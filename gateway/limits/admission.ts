/** How many requests are worked on at once. Beyond that one is refused at once: a queue would only make everybody late. */
export interface Admission {
  /** Whether somebody who asked now would be refused. */
  readonly isFull: boolean;
  /** Takes a place, and answers what gives it back; undefined where there is none left. */
  enter(): (() => void) | undefined;
}

export function createAdmission(requestsMax: number): Admission {
  let inside = 0;
  return {
    get isFull() {
      return inside >= requestsMax;
    },
    enter() {
      if (inside >= requestsMax) return undefined;
      inside += 1;
      let hasLeft = false;
      return () => {
        if (!hasLeft) inside -= 1;
        hasLeft = true;
      };
    },
  };
}
