import { createApp, type TestApp } from '../../../support/app.js';
import { expectRefusal } from '../../../support/refusal.js';

describe('guessing codes of certificates', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createApp({ config: { loginsPerMinute: 5 } });
  });
  afterAll(() => app.close());

  it('is slowed down by address', async () => {
    const guess = () => app.as().get('/certificates/check?number=350602002002-2026-000001&code=ABCDEFGHJKMN');
    for (let n = 0; n < 5; n += 1) expectRefusal(await guess(), 'CERTIFICATE_UNKNOWN');
    const answer = await guess();
    expectRefusal(answer, 'TOO_MANY_REQUESTS');
    expect(answer.body.message).toContain('核对');
  });
});
