import { writeFileSync } from 'node:fs';

/** Writes the counts to a file, as Jest prints its own summary after everything else. */
export default class CountReporter {
  onRunComplete(_, results) {
    writeFileSync(
      process.env.TEST_COUNTS,
      JSON.stringify({
        passed: results.numPassedTests,
        failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
        skipped: results.numPendingTests + results.numTodoTests,
      }),
    );
  }
}
