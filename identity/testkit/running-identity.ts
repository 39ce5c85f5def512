export interface RunningIdentity {
  /** `http://127.0.0.1:{port}` */
  readonly origin: string;
  stop(): Promise<void>;
}
