import { randomBytes } from 'node:crypto';
import fastify from 'fastify';
import { registerAdmin } from './admin.js';
import { SimulatedClock } from './clock.js';
import { Faults, type Fault } from './faults.js';
import { Gateway } from './gateway.js';
import { People, type CodeRequest, type Person } from './people.js';
import { Pushes, type BuiltPush, type PushOptions, type PushTarget } from './push.js';
import { Quota, type Limit } from './quota.js';
import { RequestLog, type LoggedCall } from './request-log.js';
import { TOKEN_RULES, Tokens, type TokenRules } from './tokens.js';
import type { JsonObject, MediaRules, Template, World } from './world.js';

/** How the simulated WeChat is set up. Everything has a default that follows WeChat's documentation. */
export interface SimulatedWeChatOptions {
  /** 0 or absent: any free port. */
  port?: number;
  appId?: string;
  appSecret?: string;
  /** Known message templates; absent: any template id is known. */
  templates?: Template[];
  /** Pages of the released version; absent: any page. */
  pages?: string[];
  /**
   * WeChat judges texts only of people who used the mini-program within two hours. A browser's visits are unseen here,
   * so a demonstration counts everyone as visiting.
   */
  everyoneVisits?: boolean;
  tokenRules?: Partial<TokenRules>;
  limits?: Record<string, Limit>;
  media?: Partial<MediaRules>;
  push?: PushTarget;
  /** How often a push without an answer is repeated, and how long one waits. */
  pushRetries?: number;
  pushTimeoutMs?: number;
}

/** A grant of one person for one template. */
export interface Grant {
  openid: string;
  templateId: string;
  /** Grants to add; one unless said otherwise. */
  count?: number;
  /** Lasting consent in place of counted grants. */
  longTerm?: boolean;
  /** The person's main switch for all subscribe messages. */
  mainSwitch?: boolean;
  /** Take every grant back, as in the mini-program's settings; pushes the change event. */
  revoke?: boolean;
}

/** What may be set about a person. */
export interface PersonSettings {
  openid: string;
  blocked?: boolean;
  unionid?: string;
  /** 0 to 4. */
  riskRank?: number;
  lastVisitSecondsAgo?: number;
}

/** A running simulated WeChat. The methods do what `/__fake/*` does over HTTP. */
export interface SimulatedWeChat {
  url: string;
  appId: string;
  appSecret: string;
  close(): Promise<void>;
  /** A login or phone code as the mini-program would get it. */
  issueCode(request: CodeRequest): string;
  grant(grant: Grant): Promise<void>;
  setPerson(settings: PersonSettings): void;
  /** Lets time pass; verdicts that become due are pushed before it resolves. */
  advance(seconds: number): Promise<void>;
  fault(fault: Fault): void;
  clearFaults(): void;
  setLimit(path: string, limit: Limit): void;
  setPushTarget(target: PushTarget | undefined): void;
  /** Signs, encrypts and delivers; true when the target answered `success`. */
  push(event: JsonObject, options?: PushOptions): Promise<boolean>;
  /** The same push without sending it. */
  buildPush(event: JsonObject, options?: PushOptions): BuiltPush;
  /** Calls answered so far, secrets masked; of one path if given. */
  calls(path?: string): LoggedCall[];
  clearCalls(): void;
  /** Voids the stable token, as a forced refresh by another system would. */
  revokeToken(): void;
  /** The whole state, for what the methods do not cover. */
  world: World;
}

const DEFAULT_APP_ID = 'wx5a1e00c0de0000f1';
const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** Starts a simulated WeChat on 127.0.0.1, and on nothing else. Its state is in memory and ends with it. */
export async function createSimulatedWeChat(options: SimulatedWeChatOptions = {}): Promise<SimulatedWeChat> {
  const world = createWorld(options);
  const faults = new Faults();
  const log = new RequestLog();
  const gateway = new Gateway(world, faults, log);

  const app = fastify({ logger: false, bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true });
  // WeChat reads JSON whatever the Content-Type says.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const simulated: SimulatedWeChat = {
    url: '',
    appId: world.appId,
    appSecret: world.appSecret,
    close: () => app.close(),
    issueCode: (request) => world.people.issueCode(request),
    grant: (grant) => applyGrant(world, grant),
    setPerson: (settings) => setPerson(world, settings),
    advance: async (seconds) => {
      world.clock.advance(seconds);
      await world.pushes.deliverDue();
    },
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    setLimit: (path, limit) => world.quota.setLimit(path, limit),
    setPushTarget: (target) => world.pushes.setTarget(target),
    push: (event, how) => world.pushes.deliver(event, how),
    buildPush: (event, how) => world.pushes.build(event, how),
    calls: (path) => log.list(path),
    clearCalls: () => log.clear(),
    revokeToken: () => world.tokens.revokeStable(),
    world,
  };
  registerAdmin(app, simulated);
  app.all('/*', (request, reply) => gateway.serve(request, reply));

  simulated.url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return simulated;
}

function createWorld(options: SimulatedWeChatOptions): World {
  const appId = options.appId ?? DEFAULT_APP_ID;
  const clock = new SimulatedClock();
  const pushes = new Pushes(clock, appId, {
    retries: options.pushRetries ?? 3,
    timeoutMs: options.pushTimeoutMs ?? 5_000,
  });
  pushes.setTarget(options.push);
  return {
    appId,
    appSecret: options.appSecret ?? randomBytes(16).toString('hex'),
    clock,
    tokens: new Tokens(clock, { ...TOKEN_RULES, ...options.tokenRules }),
    people: new People(clock, appId, options.everyoneVisits ?? false),
    quota: new Quota(clock, options.limits ?? {}),
    pushes,
    media: { delaySeconds: 60, eventBeforeReply: false, copies: 1, ...options.media },
    templates: options.templates && new Map(options.templates.map((template) => [template.id, template])),
    pages: options.pages && new Set(options.pages),
  };
}

async function applyGrant(world: World, grant: Grant): Promise<void> {
  const person = world.people.get(grant.openid);
  if (grant.mainSwitch !== undefined) person.mainSwitch = grant.mainSwitch;
  if (grant.revoke) {
    person.grants.delete(grant.templateId);
    person.longTerm.delete(grant.templateId);
  } else if (grant.longTerm) {
    person.longTerm.add(grant.templateId);
  } else {
    person.grants.set(grant.templateId, (person.grants.get(grant.templateId) ?? 0) + (grant.count ?? 1));
  }
  await world.pushes.deliver({
    FromUserName: person.openid,
    Event: grant.revoke ? 'subscribe_msg_change_event' : 'subscribe_msg_popup_event',
    // One answer is an object, several would be an array.
    List: {
      TemplateId: grant.templateId,
      SubscribeStatusString: grant.revoke ? 'reject' : 'accept',
      ...(!grant.revoke && { PopupScene: '0' }),
    },
  });
}

function setPerson(world: World, settings: PersonSettings): void {
  const person: Person = world.people.get(settings.openid);
  if (settings.blocked !== undefined) person.blocked = settings.blocked;
  if (settings.unionid !== undefined) person.unionid = settings.unionid;
  if (settings.riskRank !== undefined) person.riskRank = settings.riskRank;
  if (settings.lastVisitSecondsAgo !== undefined) {
    person.lastVisit = world.clock.now() - settings.lastVisitSecondsAgo * 1000;
  }
}
