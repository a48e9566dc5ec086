/** What travels between the page (the phone) and the test process (everything outside the phone). */

/** One HTTP exchange asked for by `wx.request`, `wx.uploadFile` or `wx.downloadFile`. */
export interface TransportRequest {
  id: number;
  url: string;
  method: string;
  headers: Record<string, string>;
  /** Body bytes in base64, or null. */
  body: string | null;
  /** Milliseconds. */
  timeout: number;
}

export type TransportReply =
  | {
      ok: true;
      statusCode: number;
      headers: Record<string, string>;
      cookies: string[];
      /** Body bytes in base64. */
      body: string;
    }
  | { ok: false; errMsg: string; errno: number };

/** A position as WeChat hands it out: metres, metres a second. */
export interface PhoneFix {
  latitude: number;
  longitude: number;
  accuracy: number;
  altitude: number;
  speed: number;
}

/** One and the same position in both systems. */
export type PhoneMove = Record<'wgs84' | 'gcj02', PhoneFix>;

/** What the person holding the phone does when a mini-program asks something of WeChat. */
export interface BridgeCalls {
  transport: { in: TransportRequest; out: TransportReply };
  abort: { in: { id: number }; out: null };
  login: { in: null; out: { code: string } | { fail: string } };
  phone: { in: null; out: { code: string } | { fail: string } };
  location: { in: { type: 'wgs84' | 'gcj02' }; out: PhoneFix | { fail: string } };
  /** May the mini-program follow the phone, also in the background? */
  follow: { in: { background: boolean }; out: { ok: true } | { fail: string } };
  subscribe: { in: { tmplIds: string[] }; out: Record<string, string> | { fail: string } };
  images: { in: { count: number }; out: { paths: string[] } | { fail: string } };
  /** A file out of a chat, as a data address. */
  file: { in: null; out: { name: string; path: string } | { fail: string } };
  record: { in: { api: string; options: unknown }; out: null };
  problem: { in: { message: string }; out: null };
}

export type BridgeName = keyof BridgeCalls;

/** The state a test reads of the phone. */
export interface DeviceState {
  path: string;
  query: Record<string, string>;
  stack: string[];
  title: string;
  toast: string | null;
  modal: {
    title: string;
    content: string;
    confirmText: string;
    cancelText: string | null;
    editable: boolean;
  } | null;
  sheet: string[] | null;
  scanning: boolean;
  picker: boolean;
  loading: string | null;
}

/** Measured on every `setData`: WeChat asks for at most 256 KB each and 20 a second. */
export interface SetDataStats {
  count: number;
  /** Bytes of the largest as UTF-8 JSON. */
  maxBytes: number;
  totalBytes: number;
  /** Most calls within any one second. */
  maxPerSecond: number;
}

export interface ShareResult {
  title: string;
  path: string;
  imageUrl: string;
  from: 'menu' | 'button';
}

/** Start of a mini-program, as a scene of WeChat gives it. */
export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
}

/** Settings the page starts with. */
export interface DeviceSettings {
  launch: LaunchOptions;
  online: boolean;
  theme: 'light' | 'dark';
  fontSizeScaleFactor: number;
  appId: string;
}

/** What a test may tell the phone; the page offers it as `window.__weapp`. */
export interface DeviceControl {
  state(): DeviceState;
  answerModal(confirm: boolean, content?: string): void;
  answerSheet(index: number | null): void;
  scan(result: string | null): void;
  pick(values: (number | string)[] | null): void;
  pickColumns(values: number[]): void;
  setOnline(online: boolean): void;
  moved(move: PhoneMove): void;
  setTheme(theme: 'light' | 'dark'): void;
  background(): void;
  foreground(launch?: LaunchOptions): void;
  pullDown(): void;
  share(): Promise<ShareResult>;
  back(): void;
  emit(event: string, detail: unknown): void;
  setDataStats(): SetDataStats;
  warnings(): string[];
}
