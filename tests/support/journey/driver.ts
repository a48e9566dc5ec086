import type { Place } from '@jiefang/shared/geo';

/** What a person can do with the app and see of it, whichever build they hold in their hands. */
export interface Driver {
  readonly target: 'h5' | 'weapp';
  /** Logs in as a person of the journey, beginning wherever the person is. */
  login(key: string): Promise<void>;
  /** Opens a page by its path and query (`pages-me/inbox/index?x=1`), as a link, a card or a message does. */
  visit(path: string): Promise<void>;
  tab(word: string): Promise<void>;
  /** Taps what carries this test id; the first one on the screen. */
  tap(testId: string): Promise<void>;
  tapText(text: string): Promise<void>;
  /** Taps what a screen reader calls `label`. */
  tapLabel(label: string | RegExp): Promise<void>;
  /** Two taps as fast as a nervous finger makes them. */
  tapTwice(testId: string): Promise<void>;
  fill(label: string, value: string): Promise<void>;
  /** Taps what asks for a photo, and gives it one. */
  takePhoto(testId: string): Promise<void>;
  /** Taps what asks for a file, and gives it this text under this name. */
  giveFile(testId: string, name: string, text: string): Promise<void>;
  /** Chooses a day ('YYYY-MM-DD') in the field with this label. */
  pickDay(label: string, day: string): Promise<void>;
  /** Waits until the text can be seen. */
  see(text: string | RegExp): Promise<void>;
  seeId(testId: string): Promise<void>;
  /** Waits until the text can no longer be seen. */
  gone(text: string | RegExp): Promise<void>;
  /** What a screen reader says of the first thing with this test id. */
  spoken(testId: string): Promise<string>;
  /** Text of the first thing with this test id. */
  textOf(testId: string): Promise<string>;
  /** All text on the screen. */
  text(): Promise<string>;
  /** What carries this test id on the screen, counted. */
  count(testId: string): Promise<number>;
  /** Path and query of the page that the screen offers to hand on, without a slash before it. */
  shared(): Promise<string>;
  back(): Promise<void>;
  /** Asks for the newest state: pulls the page down, or loads it again. */
  refresh(): Promise<void>;
  offline(): Promise<void>;
  online(): Promise<void>;
  /** Carries the phone to a place (GCJ-02), and gives it the time to notice. */
  moveTo(place: Place): Promise<void>;
  /** Sets the phone's clock; it stands still, timers run on. */
  setTime(now: Date): Promise<void>;
  /** Ends the app without a word; `visit` and `reopen` start it again. */
  kill(): Promise<void>;
  /** Ends the app and opens it again; what the device keeps stays. */
  reopen(): Promise<void>;
  /** Classes of the page on the screen: `dark`, `elder`. */
  look(): Promise<string>;
  /** Requests answered so far, e.g. `POST /bookings`. */
  requests(): string[];
  /** Faults of the present screen: words nobody should see, too many nodes, sideways scrolling. */
  inspect(): Promise<void>;
  /** Everything wrong so far: faults of inspected screens, console errors, unhandled rejections, limits broken. */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}
