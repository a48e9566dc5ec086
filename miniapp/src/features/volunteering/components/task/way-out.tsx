import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import type { IconName } from '@/components/Icon';
import { open } from '@/lib/navigate';
import { call } from '@/lib/phone';

interface Way {
  word: string;
  icon: IconName;
  page: string;
  params?: Record<string, string>;
}

/** Where a refusal can be put right. */
const WAYS: Record<string, Way> = {
  PHONE_REQUIRED: { word: '绑定手机号', icon: 'phone', page: 'pages-me/phone' },
  VOLUNTEER_REQUIRED: { word: '成为志愿者', icon: 'heart', page: 'pages-volunteer/join' },
  PLEDGE_OUTDATED: { word: '读新的承诺', icon: 'heart', page: 'pages-volunteer/join' },
  VOLUNTEER_GUARDIAN: { word: '请监护人同意', icon: 'share', page: 'pages-volunteer/profile' },
  CLAIM_RESIDENTS: { word: '登记我的住处', icon: 'home', page: 'pages-me/residency' },
  CLAIM_OVERLAP: { word: '看我的任务', icon: 'list', page: 'pages-volunteer/claims' },
  CLAIM_ALREADY: { word: '看我的任务', icon: 'list', page: 'pages-volunteer/claims' },
  CLAIM_PAUSED: { word: '看暂停到什么时候', icon: 'clock', page: 'pages-volunteer/profile' },
  SHIFT_WAITING: {
    word: '看我的候补',
    icon: 'queue',
    page: 'pages-volunteer/claims',
    params: { show: 'waits' },
  },
};

/** Refusals that a word with the coordinator may help. */
const ASK = ['CLAIM_TRAINING', 'CLAIM_UNIT', 'CLAIM_AGE', 'CLAIM_CLOSED'];

/** The page on which a refusal can be put right; undefined when there is none. */
export function wayOf(code: string): Way | undefined {
  return WAYS[code];
}

/** The way out of a refusal to claim as a button; null when there is none. `phone` is the coordinator's, '' without one. */
export function wayOut(code: string, phone = ''): ReactNode {
  const way = wayOf(code);
  if (way !== undefined) {
    return (
      <Button small icon={way.icon} onTap={() => open(way.page, way.params)} testId="way-out">
        {way.word}
      </Button>
    );
  }
  if (!ASK.includes(code) || phone === '') return null;
  return (
    <Button small icon="phone" onTap={() => call(phone)}>
      打电话问协调员
    </Button>
  );
}
