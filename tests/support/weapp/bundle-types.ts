/** What the site builder writes and the runtime in the page reads: everything of a mini-program but its images. */

/** `app.json`, as far as the host needs it. */
export interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[]; independent?: boolean }[];
  subpackages?: { root: string; pages: string[]; independent?: boolean }[];
  window?: PageConfig;
  tabBar?: TabBarConfig;
  darkmode?: boolean;
  themeLocation?: string;
  requiredPrivateInfos?: string[];
  requiredBackgroundModes?: string[];
  usingComponents?: Record<string, string>;
}

export interface TabBarConfig {
  custom?: boolean;
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
}

/** A page's or component's json. */
export interface PageConfig {
  component?: boolean;
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
  usingComponents?: Record<string, string>;
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
}

/** A CommonJS module waiting for the names the logic layer has; see `runtime/sandbox.ts`. */
export type ModuleSource = string;

export interface WeappBundle {
  app: AppConfig;
  /** Values of the `@name` in app.json and page json, by theme; null when the mini-program has no dark mode. */
  themes: Record<'light' | 'dark', Record<string, string>> | null;
  /** Page and component json by path without ending. */
  json: Record<string, PageConfig>;
  /** Converted style sheets by path without ending. */
  css: Record<string, string>;
  /** Paths of all templates, without ending. */
  templates: string[];
  /** Source text of every script by its path. */
  modules: Record<string, ModuleSource>;
  /** Attributes each element is given anywhere, camelCase. */
  attributes: Record<string, string[]>;
  /** Every function of `wx` that the published typings know. */
  wxKeys: string[];
}
