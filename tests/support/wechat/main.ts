import { createSimulatedWeChat, type SimulatedWeChatOptions } from './server.js';

/**
 * The simulated WeChat as a process of its own. Prints one JSON line `{"url", "appId", "appSecret"}` once it listens,
 * and ends on SIGTERM or when the process that started it is gone.
 *
 * - `SIM_WECHAT_PORT`: the port on 127.0.0.1; 0 or absent: any free one.
 * - `SIM_WECHAT_OPTIONS`: JSON of more {@link SimulatedWeChatOptions}.
 */
async function main(): Promise<void> {
  const more = JSON.parse(process.env.SIM_WECHAT_OPTIONS ?? '{}') as SimulatedWeChatOptions;
  const port = Number(process.env.SIM_WECHAT_PORT ?? 0);
  const wechat = await createSimulatedWeChat({ everyoneVisits: true, ...more, port });

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void wechat.close().finally(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  if (process.send) {
    // Ctrl-C reaches the whole group; whoever started this decides when its turn comes.
    process.on('SIGINT', () => undefined);
    process.once('disconnect', end);
    if (!process.connected) end();
  }
  const { url, appId, appSecret } = wechat;
  process.stdout.write(`${JSON.stringify({ url, appId, appSecret })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`simulated WeChat: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
