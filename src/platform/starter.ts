/** Tells the process that started us (npm start) that we are ready. */
export function tellStarter(greeting: string): void {
  process.send?.({ ready: true, greeting });
}

/** A process without its starter would go on unseen: when the starter is gone, however it went, we end. */
export function endWithStarter(close: () => Promise<void>): void {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), 20_000).unref();
    void close().finally(() => process.exit(0));
  });
}
