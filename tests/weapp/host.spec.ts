import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import { openWeapp, type OpenWeappOptions } from '../support/weapp/open.js';
import { weappSite, type WeappSite } from '../support/weapp/site.js';
import type { WeappPage } from '../support/weapp/weapp-page.js';

/** The host proves itself on a small hand-written mini-program before it judges ours. */
describe('mini-programs on the test phone', () => {
  let browser: Browser;
  let server: Server;
  let apiBase: string;
  let site: WeappSite;
  let phone: WeappPage;
  let busiest = 0;

  beforeAll(async () => {
    let busy = 0;
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://x');
      if (pathname === '/slow') return;
      if (pathname === '/busy') {
        busy += 1;
        busiest = Math.max(busiest, busy);
        setTimeout(() => {
          busy -= 1;
          response.end('{}');
        }, 80);
        return;
      }
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { authorization: auth, 'idempotency-key': key } = request.headers;
        response.writeHead(201, { 'content-type': 'application/json', 'x-reply': 'yes' });
        response.end(JSON.stringify({ method: request.method, body, auth, key }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    site = weappSite(path.join(__dirname, '../support/weapp/fixture'));
    browser = await launchBrowser();
  });

  afterEach(() => phone?.close());
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await browser?.close();
  });

  const open = async (options: Partial<OpenWeappOptions> = {}): Promise<void> => {
    phone = await openWeapp({ site, browser, apiBase, ...options });
  };

  it('converts the fixture without problems', async () => {
    await open();
    expect(site.problems).toEqual([]);
    expect(phone.consoleErrors).toEqual([]);
  });

  it('renders templates, wxs and components, and answers taps', async () => {
    await open();
    await phone.waitText('点了 0 次');
    await phone.tapAria('加一');
    await phone.waitText('点了 1 次');
    await phone.tapText('加不了').catch(() => undefined);
    await phone.tapText('徽章1');
    await phone.waitText('徽章 1');
    await phone.tapText('块', { exact: true });
    await phone.waitText('块 s1 01');
    expect(await phone.text()).toContain('点了 1 次');
    expect(await phone.text()).toMatch(/打开\n显示\n就绪/);
  });

  it('types into fields', async () => {
    await open();
    await phone.fill('姓名', '林阿婆');
    await phone.waitText('你好，林阿婆');
    await phone.confirmKeyboard();
    await phone.waitText('完成 林阿婆');
  });

  it('measures rpx against the width of the phone', async () => {
    await open();
    await phone.tapText('量', { exact: true });
    await phone.waitText('高 39'); // 75rpx of 390px
  });

  it('opens pages, goes back and unloads them', async () => {
    await open();
    await phone.tapText('去详情');
    await phone.waitPath('sub/detail/index');
    await phone.waitText('编号 7 多 层 2');
    expect(await phone.state()).toMatchObject({ title: '详情标题', query: { id: '7', name: '%E5%A4%9A' } });
    await phone.tapAria('返回');
    await phone.waitPath('pages/home/index');
    await phone.tapText('足迹');
    await phone.waitText('launch pages/home/index,show,unload 2');
    expect(await phone.text()).toMatch(/隐藏\n显示/);
  });

  it('keeps tab pages alive, and refuses what WeChat refuses', async () => {
    await open();
    await phone.tapAria('加一');
    await phone.tapText('去标签');
    await phone.waitText('不行 navigateTo:fail can not navigateTo a tabbar page');
    await phone.tapText('去无处');
    await phone.waitText('navigateTo:fail page "pages/none/index" is not found');
    await phone.tapTab('我的');
    await phone.waitText('我的页 1');
    await phone.tapTab('首页');
    await phone.waitText('点了 1 次');
    await phone.waitText('点标签 首页');
    await phone.tapTab('我的');
    await phone.waitText('我的页 2');
  });

  it('lets at most ten pages be open', async () => {
    await open();
    await phone.tapText('去详情');
    for (let depth = 2; depth < 10; depth += 1) {
      await phone.waitText(`层 ${depth}`);
      await phone.tapText('再深一层');
    }
    await phone.waitText('层 10');
    await phone.tapText('再深一层');
    await phone.waitText('navigateTo:fail webview count limit exceed');
    await phone.tapText('去我的');
    await phone.waitText('我的页 1');
    expect((await phone.state()).stack).toEqual(['pages/me/index']);
  });

  it('gathers forms from every kind of field', async () => {
    await open({ launch: { path: 'sub/detail/index', query: { id: '9' } } });
    await phone.waitText('编号 9');
    await phone.fill('电话', '13800138000');
    await phone.fill('说明', '两张桌子');
    await phone.tapAria('同意');
    await phone.tapText('大', { exact: true });
    await phone.tapText('子', { exact: true });
    await phone.tapText('丑', { exact: true });
    await phone.tapText('挑颜色');
    await phone.pick(['蓝']);
    await phone.waitText('色 2');
    await phone.tapText('挑日期');
    await phone.pick(['2027', '03', '09']);
    await phone.tapText('交表');
    await phone.waitText(
      '表 {"phone":"13800138000","note":"两张桌子","agree":true,"size":"l","tags":["x","y"],"colour":2,"day":"2027-03-09"}',
    );
  });

  it('scrolls lists and turns picker columns', async () => {
    await open({ launch: { path: 'sub/detail/index' } });
    await phone.find('#list').evaluate((list) => list.scrollTo(0, 9999));
    await phone.waitText('到底');
    await phone.find('wx-picker-view-column').evaluate((column) => column.scrollTo(0, 9999));
    await phone.waitText('转到 2');
    await phone.pickColumns([0]);
    await phone.waitText('转到 0');
  });

  it('sends requests with their headers, and reports time-outs, aborts and foreign addresses', async () => {
    await open();
    await phone.tapText('请求', { exact: true });
    await phone.waitText('答 201 POST {"名":1} k-1 Bearer t yes');
    await phone.tapText('超时');
    await phone.waitText('败 request:fail timeout');
    await phone.tapText('放弃');
    await phone.waitText('败 request:fail abort');
    await phone.tapText('外人');
    await phone.waitText('败 request:fail url not in domain list');
    expect(phone.exchanges[0]).toMatchObject({ method: 'POST', path: '/echo?q=1', status: 201 });
    expect(phone.exchanges[0]?.headers.referer).toMatch(/^https:\/\/servicewechat\.com\//);
  });

  it('sends at most ten requests at a time', async () => {
    await open();
    await phone.tapText('十五个');
    await phone.waitText('十五个都答了');
    expect(busiest).toBe(10);
  });

  it('goes offline and comes back', async () => {
    await open();
    await phone.tapText('网络');
    await phone.goOffline();
    await phone.waitText('网 false');
    await phone.tapText('请求', { exact: true });
    await phone.waitText('ERR_INTERNET_DISCONNECTED');
    await phone.goOnline();
    await phone.waitText('网 true');
    await phone.tapText('请求', { exact: true });
    await phone.waitText('答 201');
  });

  it('keeps storage when the mini-program is killed', async () => {
    await open();
    await phone.tapText('写存');
    await phone.tapAria('加一');
    await phone.killAndReopen();
    await phone.waitText('点了 0 次');
    await phone.tapText('读存');
    await phone.waitText('存着 {"a":[1,"二"]}');
  });

  it('gives every phone a storage of its own', async () => {
    await open();
    await phone.tapText('读存');
    await phone.waitText('存着 ""');
  });

  it('asks the person: log-in, phone, scanner, dialogs, location', async () => {
    await open({ person: { login: () => 'code-1', phone: () => 'phone-1' } });
    await phone.tapText('登录');
    await phone.waitText('码 code-1');
    await phone.tapText('绑定手机');
    await phone.waitText('手机 phone-1');
    phone.person.phone = () => null;
    await phone.tapText('绑定手机');
    await phone.waitText('手机 getPhoneNumber:fail user deny');
    await phone.tapText('扫码');
    await phone.scan('签到码');
    await phone.waitText('扫到 签到码');
    await phone.tapText('扫码');
    await phone.scan(null);
    await phone.waitText('没扫 scanCode:fail cancel');
    await phone.tapText('弹窗', { exact: true });
    expect((await phone.state()).modal).toMatchObject({ title: '取消？', content: '不可恢复' });
    await phone.answerModal(true);
    await phone.waitText('弹窗 true');
    await phone.tapText('弹窗', { exact: true });
    await phone.tapText('取消', { exact: true });
    await phone.waitText('弹窗 false');
    await phone.tapText('菜单');
    await phone.answerSheet('乙');
    await phone.waitText('选了 1');
    await phone.tapText('提示');
    expect(await phone.waitToast('好了')).toBe('好了');
    await phone.tapText('位置');
    await phone.waitText('在 24.5108');
    phone.person.location = null;
    await phone.tapText('位置');
    await phone.waitText('不许 getLocation:fail auth deny');
  });

  it('is followed where the person allows it, in the background too', async () => {
    await open();
    phone.person.followInBackground = false;
    await phone.tapText('跟着走');
    await phone.waitText('不跟 startLocationUpdateBackground:fail auth deny');
    await phone.moveTo({ latitude: 24.5, longitude: 117.6 });
    phone.person.followInBackground = true;
    await phone.tapText('跟着走');
    await phone.waitText('跟 startLocationUpdateBackground:ok');
    expect(await phone.text()).not.toContain('走到');
    await phone.moveTo({ latitude: 24.5123, longitude: 117.6, accuracy: 8 });
    await phone.waitText('走到 24.5123 ±8');
    await phone.background();
    await phone.moveTo({ latitude: 24.5234, longitude: 117.6 });
    await phone.foreground();
    await phone.waitText('走到 24.5234 ±30');
    await phone.tapText('不跟了');
    await phone.moveTo({ latitude: 24.5345, longitude: 117.6 });
    await phone.tapText('未申报的跟');
    await phone.waitText(/不跟 startLocationUpdate:fail the api need to be declared/);
    expect(await phone.text()).not.toContain('24.5345');
  });

  it('takes subscribe consent only inside the tap', async () => {
    await open();
    await phone.tapText('订阅', { exact: true });
    await phone.waitText('订阅 accept');
    await phone.tapText('迟订阅');
    await phone.waitText('can only be invoked by user TAP gesture');
    expect(phone.calls('requestSubscribeMessage')).toHaveLength(2);
  });

  it('pulls down, shares, changes theme, and leaves to the background', async () => {
    await open();
    await phone.pullDown();
    await phone.waitText('下拉');
    expect(await phone.share()).toMatchObject({ title: '来', path: '/sub/detail/index?from=menu&kind=' });
    await phone.tapText('邀请');
    await phone.waitText('块');
    expect(phone.calls('share').at(-1)?.options).toMatchObject({
      path: '/sub/detail/index?from=button&kind=card',
    });
    await phone.tapText('换色');
    await phone.setTheme('dark');
    await phone.waitText('色 dark');
    await phone.background();
    await phone.foreground();
    await phone.tapText('足迹');
    await phone.waitText('launch pages/home/index,show,hide,show');
    await phone.foreground();
    expect(await phone.currentPath()).toBe('pages/home/index');
  });

  it('shows the time the test gives it, after a restart too', async () => {
    await open({ now: new Date('2026-11-23T01:00:00Z') });
    await phone.tapText('时间');
    await phone.waitText('现在 2026-11-23T01:00:00.000Z');
    await phone.setTime(new Date('2026-11-23T02:30:00Z'));
    await phone.killAndReopen();
    await phone.tapText('时间');
    await phone.waitText('现在 2026-11-23T02:30:00.000Z');
  });

  it('opens through a share card', async () => {
    await open();
    await phone.background();
    await phone.foreground({ path: 'sub/detail/index', query: { id: '3' }, scene: 1007 });
    await phone.waitText('编号 3');
    expect((await phone.state()).stack).toEqual(['sub/detail/index']);
  });

  it('measures setData', async () => {
    await open();
    expect((await phone.setDataStats()).maxBytes).toBeLessThan(1024);
    await phone.tapText('大数据');
    await phone.waitText('大数据');
    const stats = await phone.setDataStats();
    expect(stats.maxBytes).toBeGreaterThan(300 * 1024);
    expect(stats.count).toBeGreaterThanOrEqual(4);
    expect(stats.maxPerSecond).toBeGreaterThan(0);
  });

  it.each([
    ['用窗口', /document|undefined/],
    ['用抓取', /fetch is not a function/],
    ['用中止', /AbortController is not a constructor/],
    ['用国际', /Intl|undefined/],
    ['用文字成码', /does not make code from text/],
    ['用未做', /wx\.createVKSession is not something this host plays/],
    ['用不存在', /madeUp is not a function/],
    ['跨包', /may not require 'sub\/detail\/secret\.js'/],
  ])('fails visibly: %s', async (button, message) => {
    await open();
    await phone.tapText(button, { exact: true });
    await phone.tapText('足迹');
    await phone.waitText(/error /);
    expect(phone.consoleErrors.join('\n')).toMatch(message);
  });

  it('is honest about what it can do, and hides the browser from code that looks for a global object', async () => {
    await open();
    await phone.tapText('能否');
    await phone.waitText('true,false,false,true');
    await phone.tapText('用全局');
    await phone.waitText('全局 undefinedobject');
    expect(phone.consoleErrors).toEqual([]);
  });

  it('explains what is on the screen when something is not there', async () => {
    await open();
    await expect(phone.waitText('没有的字', 200)).rejects.toThrow(/on pages\/home\/index[\s\S]*点了 0 次/);
  });
});
