/** WeChat's own openids begin with `o`: none of them can be a demo person's. */
export const DEMO_OPENID_PREFIX = 'demo-';

/** True for a person of the demo city, who can be taken on without WeChat where the demo runs. */
export function isDemoOpenid(openid: string | null): boolean {
  return openid?.startsWith(DEMO_OPENID_PREFIX) === true;
}
