import type { FastifyInstance } from 'fastify';
import type { SimulatedWeChat } from './server.js';

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * The knobs of the simulated WeChat over HTTP, for tests in another process: POST JSON to `/__fake/<knob>`. A mistake
 * is a 400 with its reason. Only requests addressed to loopback by name are heard, so that a web page that has bound its
 * own name to 127.0.0.1 gets nowhere.
 */
export function registerAdmin(app: FastifyInstance, wechat: SimulatedWeChat): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!LOOPBACK_HOST.test(request.headers.host ?? '')) return reply.code(403).send('loopback only');
  });

  const knob = <Input>(name: string, action: (input: Input) => unknown): void => {
    app.post(`/__fake/${name}`, async (request, reply) => {
      try {
        const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
        // The inputs are those of the tests themselves; what does not fit fails in the action.
        const result = await action((text === '' ? {} : JSON.parse(text)) as Input);
        return await reply.send(result ?? { ok: true });
      } catch (error) {
        return reply.code(400).send({ error: error instanceof Error ? error.message : 'bad request' });
      }
    });
  };

  knob<Parameters<SimulatedWeChat['issueCode']>[0]>('code', (input) => ({ code: wechat.issueCode(input) }));
  knob<Parameters<SimulatedWeChat['grant']>[0]>('grant', (input) => wechat.grant(input));
  knob<Parameters<SimulatedWeChat['setPerson']>[0]>('person', (input) => wechat.setPerson(input));
  knob<{ advanceSeconds: number }>('clock', async (input) => {
    await wechat.advance(Number(input.advanceSeconds));
    return { now: new Date(wechat.world.clock.now()).toISOString() };
  });
  knob<Parameters<SimulatedWeChat['fault']>[0] & { clear?: boolean }>('fault', (input) =>
    input.clear ? wechat.clearFaults() : wechat.fault(input),
  );
  knob<{ path: string } & Parameters<SimulatedWeChat['setLimit']>[1]>('limit', ({ path, ...limit }) =>
    wechat.setLimit(path, limit),
  );
  knob<Parameters<SimulatedWeChat['setPushTarget']>[0]>('push-target', (input) =>
    wechat.setPushTarget(input),
  );
  knob<{ event: Record<string, unknown>; options?: Parameters<SimulatedWeChat['push']>[1] }>(
    'push',
    async (input) => ({
      accepted: await wechat.push(input.event, input.options),
      deliveries: wechat.world.pushes.deliveries,
    }),
  );
  knob<Partial<SimulatedWeChat['world']['media']>>('media', (input) => {
    Object.assign(wechat.world.media, input);
  });
  knob<object>('revoke-token', () => wechat.revokeToken());

  app.get('/__fake/log', async (request, reply) => {
    const path = new URL(request.url, 'http://localhost').searchParams.get('path') ?? undefined;
    return reply.send(wechat.calls(path));
  });
}
