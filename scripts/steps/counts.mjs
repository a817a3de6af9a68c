/** Counts of a run by vitest's JSON reporter. A file that could not be loaded counts as one failed test. */
export const countVitest = (report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
      .length,
  skipped: report.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  ),
})

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

/** Counts of a run by Playwright's JSON reporter. A test that passed only when repeated counts as failed. */
export const countPlaywright = (report) => ({
  passed: report.stats.expected,
  failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
  skipped: report.suites
    .flatMap(specsOf)
    .filter((spec) => spec.tests.some((test) => test.status === 'skipped'))
    .map((spec) => spec.title),
})

/** The sum of both runners and of the checks that are no tests; nothing may be skipped. */
export const sumUp = (counts, failedChecks) => {
  const skipped = counts.flatMap((count) => count.skipped)
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0) + failedChecks.length
  return { passed, failed, skipped, isGreen: failed === 0 && skipped.length === 0 && passed > 0 }
}
