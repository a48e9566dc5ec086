import type { SubscribeTemplate } from './api/types';

/** A browser has no WeChat messages; the inbox tells everything. */
export function askToRemind(_templates: readonly SubscribeTemplate[]): void {}
