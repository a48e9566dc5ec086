import { useState } from 'react';
import { Box, Input, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Scanner } from '@/components/scanner/Scanner';
import { takeFix, type Fix } from '@/lib/fix';
import { call } from '@/lib/phone';
import { useAction } from '@/lib/useAction';
import { checkIn, claimChanged, type Arrival } from '../../api/claims';
import type { Claim } from '../../api/types';

/** Length of the code that can be typed. */
const DIGITS = 6;

/** Checking in on the spot: by being there, by the code on the coordinator's phone, or by asking the coordinator. */
export function ArrivalCard({ claim }: { claim: Claim }) {
  const [lost, setLost] = useState(false);
  const [digits, setDigits] = useState('');
  const arrive = useAction((arrival: Arrival, key) => checkIn({ id: claim.id, arrival }, key), claimChanged);
  const byPlace = async (): Promise<void> => {
    setLost(false);
    let location: Fix;
    try {
      location = await takeFix();
    } catch {
      setLost(true);
      return;
    }
    await arrive.run({ location });
  };
  return (
    <Section title="到了就签到">
      <Card testId="arrival">
        <Box className="stack stack-3">
          <Text className="block">
            到 {claim.task.placeName} 附近点一下。位置只在这一下用来签到，不会一直跟着你。
          </Text>
          {lost && (
            <Notice tone="wait" icon="place">
              没有拿到位置。请打开手机定位再点一次，或者扫现场的码。
            </Notice>
          )}
          {arrive.error !== null && <Refusal error={arrive.error} />}
          <Button kind="primary" wide icon="place" busy={arrive.busy} onTap={byPlace} testId="check-in-here">
            我到了，签到
          </Button>
          <Scanner
            word="扫协调员手机上的码"
            hint="可以选一张码的照片，或输入 6 位数字。"
            primary={false}
            busy={arrive.busy}
            onRead={(qr) => void arrive.run({ qr })}
          />
          <Box className="row row-top">
            <Box className="grow">
              <Input
                kind="number"
                label="协调员手机上的 6 位数字"
                placeholder="或输入 6 位数字"
                value={digits}
                onInput={setDigits}
                maxLength={DIGITS}
              />
            </Box>
            <Button
              disabled={digits.length !== DIGITS}
              busy={arrive.busy}
              onTap={() => arrive.run({ qr: digits })}
              testId="check-in-digits"
            >
              签到
            </Button>
          </Box>
          <Text className="t13 quiet block">都不行？当面请协调员替你签到，或者打电话：</Text>
          <Button icon="phone" onTap={() => call(claim.contact.phone)}>
            {`打给${claim.contact.name}`}
          </Button>
        </Box>
      </Card>
    </Section>
  );
}
