/** Tells the process that started us (npm start) that we are ready. */
export function tellStarter(greeting: string): void {
  if (process.connected) process.send?.({ ready: true, greeting });
}

/** A process without its starter would go on unseen: when the starter is gone, however it went, we end. */
export function endWithStarter(close: () => Promise<void>): void {
  const end = () => {
    setTimeout(() => process.exit(1), 20_000).unref();
    void close().finally(() => process.exit(0));
  };
  // Without a starter `connected` is undefined; false means that it went while we were getting ready.
  if ((process.connected as boolean | undefined) === false) end();
  else process.once('disconnect', end);
}
