import { STANCE_WORDS, type Stance } from '@jiefang/shared/topics';
import { useState, type ReactNode } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, TextLink } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Tag, type Tone } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spoken } from '@/lib/time';
import type { Opinion } from '../../api/types';
import { EditSheet } from './EditSheet';
import { Reactions } from './Reactions';
import { ReportSheet } from './ReportSheet';
import { VersionsSheet } from './VersionsSheet';
import './opinions.scss';

const STANCE_TONES: Record<Stance, Tone> = { for: 'good', against: 'bad', neutral: 'plain' };

interface Props {
  opinion: Opinion;
  /** Left out where nothing can be answered. */
  onReply?: ((opinion: Opinion) => void) | undefined;
  /** An answer to another opinion, drawn inside its card. */
  inner?: boolean;
}

/** One opinion: who in which role, which position, what, and what others make of it. */
export function OpinionCard({ opinion, onReply, inner = false }: Props) {
  const content = <OpinionBody opinion={opinion} onReply={onReply} />;
  if (inner) {
    return (
      <Box className="reply" testId="reply">
        {content}
      </Box>
    );
  }
  return <Card testId="opinion">{content}</Card>;
}

type Sheet = 'edit' | 'report' | 'versions' | null;

function OpinionBody({ opinion, onReply }: Pick<Props, 'opinion' | 'onReply'>) {
  const [sheet, setSheet] = useState<Sheet>(null);
  const { author, stance, text, textNo, status, channel, createdAt, mine, actions, id } = opinion;
  const close = (): void => setSheet(null);
  const mayAct =
    (onReply !== undefined && actions.includes('reply')) ||
    actions.includes('edit') ||
    actions.includes('appeal');
  return (
    <Box className="stack stack-3">
      <Box className="row row-between row-wrap">
        <Box className="row row-wrap">
          <Text className="strong">{author?.nickname ?? '（不显示姓名）'}</Text>
          {author !== null && author.role !== 'resident' && <Tag icon="person">{author.roleWord}</Tag>}
          {mine?.own === true && <Text className="t13 quiet">我</Text>}
        </Box>
        <Tag tone={STANCE_TONES[stance]}>{STANCE_WORDS[stance]}</Tag>
      </Box>
      <Standing opinion={opinion} />
      {text !== null && <Text className="block pre">{text}</Text>}
      <Box className="row row-wrap t13 quiet">
        <Text className="num">{spoken(createdAt)}</Text>
        {channel !== 'app' && (
          <Text>{channel === 'paper' ? '纸面意见，社区录入' : '电话意见，社区录入'}</Text>
        )}
        {textNo > 1 && (
          <TextLink
            onTap={() => setSheet('versions')}
            testId="opinion-versions"
          >{`改过 ${textNo - 1} 次`}</TextLink>
        )}
        <Can do="report" among={actions}>
          <TextLink onTap={() => setSheet('report')} testId="report-opinion">
            举报
          </TextLink>
        </Can>
      </Box>
      {status === 'visible' && <Reactions opinion={opinion} />}
      <Acts shown={mayAct}>
        {onReply !== undefined && (
          <Can do="reply" among={actions}>
            <Button small icon="talk" onTap={() => onReply(opinion)} testId="reply-to">
              回复
            </Button>
          </Can>
        )}
        <Can do="edit" among={actions}>
          <Button small icon="edit" onTap={() => setSheet('edit')} testId="edit-opinion">
            修改
          </Button>
        </Can>
        <Can do="appeal" among={actions}>
          <Button small icon="flag" onTap={() => open('pages-halls/appeals')} testId="appeal-opinion">
            申诉
          </Button>
        </Can>
      </Acts>
      {sheet === 'edit' && <EditSheet opinion={opinion} onClose={close} />}
      {sheet === 'report' && <ReportSheet subject={{ kind: 'opinion', id }} onClose={close} />}
      {sheet === 'versions' && <VersionsSheet id={id} onClose={close} />}
    </Box>
  );
}

/** The buttons below an opinion; an empty row would leave a gap. */
function Acts({ shown, children }: { shown: boolean; children: ReactNode }) {
  return shown ? <Box className="row row-wrap">{children}</Box> : null;
}

/** Why it is not simply there: it waits, was hidden for a reason, or was deleted by law. */
function Standing({ opinion: { status, hidden, pending, actions } }: { opinion: Opinion }) {
  if (status === 'held') {
    return (
      <Notice tone="wait" icon="hourglass">
        正在查看，现在只有你自己看得到。
      </Notice>
    );
  }
  if (status === 'hidden') {
    return (
      <Notice icon="eye" testId="stub">
        {`这条发言被隐藏了：${hidden?.word ?? '不合规则'}。`}
        {actions.includes('appeal') && '你可以申诉，由另一个人来看。'}
      </Notice>
    );
  }
  if (status === 'erased') return <Notice icon="info">这条发言的文字依法删除了。</Notice>;
  if (pending) {
    return (
      <Notice tone="wait" icon="hourglass">
        你改的新文字正在查看，大家现在看到的还是原来的。
      </Notice>
    );
  }
  return null;
}
