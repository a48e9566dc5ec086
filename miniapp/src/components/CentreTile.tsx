import type { CentreCard } from '@/lib/api/types';
import { open } from '@/lib/navigate';
import { Box, Text } from './base';
import { Card } from './Card';
import { Icon } from './Icon';
import { distanceWord } from './places';
import { Tag } from './Tag';
import './tiles.scss';

/** A centre at a glance: open or not, what is free, how far. */
export function CentreTile({ centre }: { centre: CentreCard }) {
  const free = centre.freeVenuesNow > 0 ? `${centre.freeVenuesNow} 间空着` : '现在没有空的';
  return (
    <Card
      className="tile"
      onTap={() => open('pages-venues/centre', { id: centre.id })}
      label={`${centre.name}，${centre.openNow ? '开放中' : '未开放'}，${free}`}
      testId="centre-tile"
    >
      <Box className="row row-between row-wrap">
        <Text className="t17 strong">{centre.name}</Text>
        {centre.openNow ? (
          <Tag tone="free" icon="check">
            开放中
          </Tag>
        ) : (
          <Tag icon="lock">未开放</Tag>
        )}
      </Box>
      <Box className="row row-top t13 quiet">
        <Icon name="place" />
        <Text className="grow">
          {centre.distanceMetres === null ? '' : `${distanceWord(centre.distanceMetres)} · `}
          {centre.address}
        </Text>
      </Box>
      <Box className="row t13 quiet">
        <Icon name="clock" />
        <Text className="grow">{centre.hoursToday}</Text>
        <Text className={centre.freeVenuesNow > 0 ? 'good' : ''}>
          {centre.openNow ? `${free}，共 ${centre.venueCount} 间` : `共 ${centre.venueCount} 间`}
        </Text>
      </Box>
      {centre.tags.length > 0 && (
        <Box className="row row-wrap">
          {centre.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </Box>
      )}
    </Card>
  );
}
