import type { VenuePolicy } from '@jiefang/shared/venues';
import { spokenMinutes } from '@jiefang/shared/venues';
import { Box } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { Segmented, Switch } from '@/components/Choice';
import { Field, Stepper } from '@/components/Field';
import { ChoiceField } from '@/components/ChoiceField';
import { lengthOptions, unitLengths } from './length-options';

interface Props {
  policy: VenuePolicy;
  unitMinutes: number;
  faults: Record<string, string>;
  onChange: (policy: VenuePolicy) => void;
}

const AUDIENCES = [
  { value: 'community', word: '认证居民' },
  { value: 'anyone', word: '所有街坊' },
  { value: 'units', word: '只给单位' },
] as const;

const LATEST = [0, 15, 30, 60, 120, 240, 720, 1440, 2880];
const CANCEL_BY = [0, 30, 60, 120, 240, 720, 1440, 2880, 4320];
const CHECK_IN = [0, 10, 15, 30, 60, 120];
const RELEASE = [5, 10, 15, 20, 30, 45, 60];
const RESERVED_UNTIL = [2, 6, 12, 24, 48, 72, 168];
/** Stands for "never" in a list of lengths. */
const NEVER = -1;
const LONGEST_HOURS = 8;

/** Everything a venue's policy says, in groups as a resident meets them. */
export function PolicyFields({ policy, unitMinutes, faults, onChange }: Props) {
  /** A field's value, how it changes, and what is wrong with it. */
  const of = <Field extends keyof VenuePolicy>(field: Field) => ({
    value: policy[field],
    onChange: (value: VenuePolicy[Field]): void => onChange({ ...policy, [field]: value }),
    error: faults[`policy.${field}`],
  });
  const audience = of('audience');
  const release = of('releaseAfterMinutes');
  const wordOrAtStart = (minutes: number): string =>
    minutes === 0 ? '到开始为止' : `提前 ${spokenMinutes(minutes)}`;
  return (
    <>
      <Section title="谁可以约，提前多久">
        <Card>
          <Box className="stack stack-3">
            <Field label="谁可以约" error={audience.error}>
              <Segmented
                label="谁可以约"
                options={AUDIENCES}
                value={audience.value}
                onChange={audience.onChange}
              />
            </Field>
            <Switch
              label="每个预约都要工作人员审核"
              on={policy.approval}
              onChange={of('approval').onChange}
            />
            <Box className="stack stack-3 field-columns">
              <Stepper label="最早提前" unit="天" {...of('earliestLeadDays')} min={0} max={90} />
              <ChoiceField
                label="最晚提前"
                options={lengthOptions(LATEST, policy.latestLeadMinutes, wordOrAtStart)}
                {...of('latestLeadMinutes')}
              />
            </Box>
          </Box>
        </Card>
      </Section>
      <Section title="一次多久，每周几次">
        <Card>
          <Box className="stack stack-3">
            <Box className="stack stack-3 field-columns">
              <ChoiceField
                label="一次最短"
                options={lengthOptions(unitLengths(unitMinutes, LONGEST_HOURS), policy.minMinutes)}
                {...of('minMinutes')}
              />
              <ChoiceField
                label="一次最长"
                options={lengthOptions(unitLengths(unitMinutes, LONGEST_HOURS), policy.maxMinutes)}
                {...of('maxMinutes')}
              />
            </Box>
            <Box className="stack stack-3 field-columns">
              <Quota label="每人每周" {...of('weeklyPerPerson')} />
              <Quota label="每户每周" {...of('weeklyPerHousehold')} />
            </Box>
            <Stepper
              label="用完后留出打扫"
              unit="分钟"
              step={5}
              {...of('cleaningMinutes')}
              min={0}
              max={240}
            />
          </Box>
        </Card>
      </Section>
      <Section title="取消、签到和爽约">
        <Card>
          <Box className="stack stack-3">
            <Box className="stack stack-3 field-columns">
              <ChoiceField
                label="自由取消"
                options={lengthOptions(CANCEL_BY, policy.cancelByMinutes, wordOrAtStart)}
                {...of('cancelByMinutes')}
              />
              <ChoiceField
                label="开始签到"
                options={lengthOptions(CHECK_IN, policy.checkInOpensMinutes, (minutes) =>
                  minutes === 0 ? '开始时才能签到' : `提前 ${spokenMinutes(minutes)}`,
                )}
                {...of('checkInOpensMinutes')}
              />
            </Box>
            <ChoiceField
              label="没人签到时"
              options={lengthOptions([NEVER, ...RELEASE], policy.releaseAfterMinutes, (minutes) =>
                minutes === NEVER ? '一直留着' : `开始 ${spokenMinutes(minutes)}后让给别人`,
              )}
              value={release.value ?? NEVER}
              onChange={(minutes) => release.onChange(minutes === NEVER ? null : minutes)}
              error={release.error}
            />
            <Box className="stack stack-3 field-columns">
              <Stepper label="爽约满" unit="次" {...of('noShowLimit')} min={1} max={20} />
              <Stepper label="在多少天内" unit="天" step={10} {...of('noShowDays')} min={1} max={366} />
            </Box>
            <Stepper label="暂停在线预约" unit="天" step={5} {...of('pauseDays')} min={1} max={366} />
          </Box>
        </Card>
      </Section>
      <Section title="留给电话和窗口">
        <Card>
          <Box className="stack stack-3 field-columns">
            <Stepper
              label="每天留出"
              unit="%"
              step={5}
              {...of('reservedPercent')}
              min={0}
              max={100}
              hint="方便不用手机的老人。"
            />
            {policy.reservedPercent > 0 && (
              <ChoiceField
                label="空着就放开"
                options={lengthOptions(
                  RESERVED_UNTIL,
                  policy.reservedUntilHours,
                  (hours) => `开始前 ${hours} 小时`,
                )}
                {...of('reservedUntilHours')}
              />
            )}
          </Box>
        </Card>
      </Section>
    </>
  );
}

interface QuotaProps {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  error: string | undefined;
}

/** A weekly number of times, or none at all. */
function Quota({ label, value, onChange, error }: QuotaProps) {
  return (
    <Box className="stack stack-1">
      <Switch label={`${label}限次数`} on={value !== null} onChange={(on) => onChange(on ? 2 : null)} />
      {value !== null && (
        <Stepper label={label} unit="次" value={value} onChange={onChange} min={1} max={50} error={error} />
      )}
    </Box>
  );
}
