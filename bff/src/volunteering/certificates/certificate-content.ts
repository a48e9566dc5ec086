import { TASK_KIND_WORDS, TASK_KINDS, type TaskKind } from '@jiefang/shared/volunteering';
import type { CertifiableService } from '../hours/certifiable-hours.js';

/**
 * Everything that a certificate says (民政部令第67号, 14), as it was when it was issued: kept encrypted, so that the same
 * paper can be made again whatever changes afterwards. The identity number is kept masked, as it is printed.
 */
export interface CertificateContent {
  number: string;
  name: string;
  idKind: string;
  idNumberMasked: string;
  volunteerNumber: string;
  fromDay: string;
  toDay: string;
  minutes: number;
  services: CertifiableService[];
  purpose: string;
  issuer: string;
  responsible: string;
  handler: string;
  contact: string;
  /** ISO instant. */
  issuedAt: string;
}

/** Times and minutes of one kind of service. */
export interface KindSum {
  kind: string;
  services: number;
  minutes: number;
}

/** Services by kind, in the order of the kinds; kinds without a service are left out. */
export function sumByKind(services: readonly CertifiableService[]): KindSum[] {
  return TASK_KINDS.map((kind: TaskKind) => {
    const own = services.filter((service) => service.kind === kind);
    return { kind: TASK_KIND_WORDS[kind], services: own.length, minutes: minutesOf(own) };
  }).filter((sum) => sum.services > 0);
}

export function minutesOf(services: readonly { minutes: number }[]): number {
  return services.reduce((sum, service) => sum + service.minutes, 0);
}

/** 芗城区东铺头街道延安社区居民委员会: who issues, out of short names from the district down. */
export function issuerOf(path: readonly string[]): string {
  const [own = '', ...above] = [...path].reverse();
  const body = own.endsWith('村') ? `${own}民委员会` : `${own}居民委员会`;
  return [...above.reverse(), body].join('');
}
