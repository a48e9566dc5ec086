import type { IconName } from '@/components/Icon';
import type { Tone } from '@/components/Tag';
import type { CaseCard, CaseSubjectKind } from '../../api/types';

export const SUBJECT_WORDS: Record<CaseSubjectKind, string> = {
  opinion: '发言',
  topic: '议题文字',
  objection: '异议',
};

export const CASE_LOOKS: Record<CaseCard['status'], { tone: Tone; icon: IconName; word: string }> = {
  open: { tone: 'wait', icon: 'hourglass', word: '待查' },
  claimed: { tone: 'free', icon: 'eye', word: '有人在看' },
  decided: { tone: 'plain', icon: 'check', word: '办过了' },
  appealed: { tone: 'wait', icon: 'flag', word: '申诉中' },
  closed: { tone: 'plain', icon: 'lock', word: '复核过了' },
};

/** How the case came up. */
export function sourceWord({ source, reportCount }: Pick<CaseCard, 'source' | 'reportCount'>): string {
  if (source === 'import') return '导入时已定';
  if (source === 'check') return reportCount > 0 ? `内容检查 · ${reportCount} 人举报` : '内容检查拿不准';
  return `${reportCount} 人举报`;
}

/** What the check said of the text, in words; null where it said nothing. */
export function verdictWord(verdict: string | null): string | null {
  switch (verdict) {
    case null:
      return null;
    case 'risky':
      return '内容检查认为可能违规，请仔细看。';
    case 'review':
      return '内容检查建议由人看一看。';
    default:
      return '内容检查当时没有给出结果。';
  }
}
