/**
 * Where no Chromium can be had, suites that need one are skipped test by test, so that they are counted; `npm test`
 * says why at its end.
 */
if (process.env.JIEFANG_NO_CHROMIUM) {
  const none = () => undefined;
  Object.assign(globalThis, {
    describe: Object.assign(describe.skip, { skip: describe.skip, only: describe.skip }),
    it: Object.assign(it.skip, { skip: it.skip, only: it.skip }),
    test: Object.assign(test.skip, { skip: test.skip, only: test.skip }),
    beforeAll: none,
    afterAll: none,
    beforeEach: none,
    afterEach: none,
  });
}
