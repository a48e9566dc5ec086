import Taro, { useRouter } from '@tarojs/taro';

export type TabName = 'home' | 'venues' | 'halls' | 'volunteer' | 'me';
type Params = Record<string, string | number | null | undefined>;

/** WeChat keeps at most ten pages; the next one replaces the last. */
const MAX_PAGES = 10;

/** The address of a page with its parameters; empty ones are left out. */
export function pageUrl(page: string, params: Params = {}): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    value === null || value === undefined || value === ''
      ? []
      : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return `/${page}/index${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

/** Opens a page above this one, e.g. `open('pages-venues/venue', { id })`. */
export function open(page: string, params: Params = {}): void {
  const url = pageUrl(page, params);
  if (Taro.getCurrentPages().length >= MAX_PAGES) void Taro.redirectTo({ url });
  else void Taro.navigateTo({ url });
}

/** Opens a page in this one's place. */
export function replace(page: string, params: Params = {}): void {
  void Taro.redirectTo({ url: pageUrl(page, params) });
}

/** Goes to a tab. */
export function openTab(tab: TabName): void {
  void Taro.switchTab({ url: `/pages/${tab}/index` });
}

/** One page back; to the first tab when this page was opened by its address. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab('home');
}

/** The parameters of this page's address, decoded. */
export function useParams<Name extends string>(): Partial<Record<Name, string>> {
  const { params } = useRouter();
  const entries = Object.entries(params).map(([name, value]) => [name, decode(value ?? '')]);
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
