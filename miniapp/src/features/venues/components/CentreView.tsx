import { shanghaiDay, weekdayOf } from '@jiefang/shared/time';
import { hoursInWords, rangesOn, type WeekdayHours } from '@jiefang/shared/venues';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { PlaceButton } from '@/components/PlaceButton';
import { Empty } from '@/components/QueryState';
import { Tag } from '@/components/Tag';
import { VenueTile } from '@/components/VenueTile';
import type { Centre } from '@/lib/api/types';
import { call } from '@/lib/phone';
import { useNow } from '@/lib/useNow';
import { ClosureNotice } from './ClosureNotice';

/** A centre's home page. */
export function CentreView({ centre }: { centre: Centre }) {
  const today = shanghaiDay(useNow());
  return (
    <>
      <Box className="stack stack-2">
        <Text className="t26 block">{centre.name}</Text>
        <Box className="row row-wrap">
          <Tag tone={centre.openNow ? 'free' : 'plain'} icon={centre.openNow ? 'check' : 'lock'}>
            {centre.openNow ? '开放中' : '未开放'}
          </Tag>
          {centre.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </Box>
        {centre.intro !== '' && <Text className="quiet block pre">{centre.intro}</Text>}
      </Box>
      {centre.closures.map((closure) => (
        <ClosureNotice key={closure.id} closure={closure} />
      ))}
      <Box className="columns">
        <Section title={centre.freeVenuesNow > 0 ? `场地 · 现在 ${centre.freeVenuesNow} 间空着` : '场地'}>
          {centre.venues.length === 0 ? (
            <Empty icon="door" title="这里还没有可以约的场地" hint="可以打电话问问中心。" />
          ) : (
            <Box className="grid-3">
              {centre.venues.map((venue) => (
                <VenueTile key={venue.id} venue={venue} today={today} />
              ))}
            </Box>
          )}
        </Section>
        <Box className="stack stack-6">
          <Section title="怎么来">
            <Card>
              <Box className="stack stack-3">
                <Place centre={centre} />
                <Box className="rule" />
                <Phone phone={centre.phone} />
                <Box className="rule" />
                <Hours hours={centre.hours} today={today} />
              </Box>
            </Card>
          </Section>
          {centre.services.length > 0 && (
            <Section title="服务">
              <Card className="card-flush">
                {centre.services.map((service) => (
                  <ListRow
                    key={service.name}
                    title={service.name}
                    detail={service.description}
                    value={service.hours}
                  />
                ))}
              </Card>
            </Section>
          )}
        </Box>
      </Box>
    </>
  );
}

function Place({ centre }: { centre: Centre }) {
  return (
    <Box className="stack stack-2">
      <Text className="t13 quiet block">地址</Text>
      <Text className="block">{centre.address}</Text>
      <PlaceButton name={centre.name} address={centre.address} location={centre.location} />
    </Box>
  );
}

function Phone({ phone }: { phone: string }) {
  return (
    <Box className="stack stack-2">
      <Text className="t13 quiet block">电话</Text>
      <Text className="t17 num block">{phone}</Text>
      <Button icon="phone" onTap={() => call(phone)}>
        打电话
      </Button>
    </Box>
  );
}

const WEEK = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

function Hours({ hours, today }: { hours: readonly WeekdayHours[]; today: string }) {
  return (
    <Box className="stack stack-1">
      <Text className="t13 quiet block">开放时间</Text>
      {WEEK.map((name, index) => {
        const ranges = rangesOn(hours, index + 1);
        const isToday = weekdayOf(today) === index + 1;
        return (
          <Box key={name} className={`row row-between ${isToday ? 'strong' : 'quiet'}`}>
            <Text>{isToday ? `${name} 今天` : name}</Text>
            <Text className="num">{ranges.length === 0 ? '闭馆' : hoursInWords(ranges)}</Text>
          </Box>
        );
      })}
    </Box>
  );
}
