import { shanghaiDay } from '@jiefang/shared/time';
import { NamedFact } from '@/components/desk/NamedFact';
import { fullDay } from '@/lib/time';
import type { StaffClaim } from '../api/types';

/** Who a volunteer is, as far as staff see it. */
export function VolunteerFacts({ volunteer }: { volunteer: StaffClaim['volunteer'] }) {
  const { number, phoneMasked, unit, trainings } = volunteer;
  return (
    <>
      <NamedFact name="编号">{number}</NamedFact>
      {phoneMasked !== '' && <NamedFact name="手机">{phoneMasked}</NamedFact>}
      {unit !== null && <NamedFact name="单位">{unit.name}</NamedFact>}
      {trainings.length > 0 && (
        <NamedFact name="培训">
          {trainings.map(({ name, expiresOn }) => `${name}${validWord(expiresOn)}`).join('、')}
        </NamedFact>
      )}
    </>
  );
}

/** （到 2027年10月31日） of a training that ends, （过期了） after that. */
export function validWord(expiresOn: string | null): string {
  if (expiresOn === null) return '';
  return expiresOn < shanghaiDay(new Date()) ? '（过期了）' : `（到 ${fullDay(expiresOn)}）`;
}
