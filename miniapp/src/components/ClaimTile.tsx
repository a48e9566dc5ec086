import { spokenHours } from '@jiefang/shared/hours';
import { CLAIM_STATUS_WORDS, TASK_KIND_WORDS } from '@jiefang/shared/volunteering';
import type { ClaimCard } from '@/lib/api/volunteering';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { Box, Text } from './base';
import { Card } from './Card';
import { StatusChip } from './StatusChip';
import { Icon } from './Icon';
import { Tag } from './Tag';
import './tiles.scss';

/** One of the reader's tasks at a glance; opens it. */
export function ClaimTile({ claim }: { claim: ClaimCard }) {
  const { task, verifiedMinutes } = claim;
  const when = spokenRange(claim.startsAt, claim.endsAt);
  return (
    <Card
      className="tile"
      onTap={() => open('pages-volunteer/claim', { id: claim.id })}
      label={`${when} ${task.title}，${CLAIM_STATUS_WORDS[claim.status]}`}
      testId="claim-tile"
    >
      <Box className="row row-between row-wrap">
        <Text className="t17 strong num nowrap">{when}</Text>
        <StatusChip of="claim" status={claim.status} />
      </Box>
      <Text className="t15 block">{task.title}</Text>
      <Box className="row row-between">
        <Text className="t13 quiet clip">
          {TASK_KIND_WORDS[task.kind]} · {task.placeName}
          {verifiedMinutes !== null && ` · 核实 ${spokenHours(verifiedMinutes)}`}
        </Text>
        {task.urgency === 'emergency' && (
          <Tag tone="bad" icon="alert">
            急需
          </Tag>
        )}
        <Icon name="next" className="quiet" />
      </Box>
      {claim.statusReason !== null && <Text className="t13 block tile-reason">{claim.statusReason}</Text>}
    </Card>
  );
}
