import { ApiProperty } from '@nestjs/swagger';
import { ROLL_SOURCES, type RollSource, type RulePack } from '@jiefang/shared/rule-packs';
import { explainPack } from '@jiefang/shared/tally';
import { VOTER_CAPACITIES, type VoterCapacity } from './roll-members.js';
import { HALL_ROLES, type HallRole } from './rolls.dto.js';

const SECRECY = ['open', 'secret', 'choice'] as const;

/** A rule pack in plain words. Days are calendar days. */
export class RulePackView {
  @ApiProperty() code: string;
  @ApiProperty() version: number;
  @ApiProperty() name: string;
  @ApiProperty() basis: string;
  @ApiProperty({ enum: ROLL_SOURCES, enumName: 'RollSource', isArray: true }) sources: RollSource[];
  @ApiProperty({ type: String, enum: SECRECY, enumName: 'PackSecrecy', nullable: true })
  secrecy: (typeof SECRECY)[number] | null;
  @ApiProperty({ type: [String] }) sentences: string[];
  @ApiProperty() noticeDays: number;
  @ApiProperty() deliberationDays: number;
  @ApiProperty({ type: Number, nullable: true }) votingDays: number | null;
  @ApiProperty({ type: Number, nullable: true }) extensionDays: number | null;
  @ApiProperty() publicationDays: number;
}

export class RulePacksView {
  @ApiProperty({ type: [RulePackView] }) items: RulePackView[];
}

export class RollBuildingView {
  @ApiProperty({ description: 'empty where a member has no building' }) building: string;
  @ApiProperty() size: number;
  @ApiProperty({ type: Number, nullable: true, description: 'hundredths of m²' }) area: number | null;
}

export class RollSampleView {
  @ApiProperty() no: number;
  @ApiProperty({ description: 'masked' }) label: string;
  @ApiProperty({ type: Number, nullable: true }) area: number | null;
}

export class RollWindowsView {
  @ApiProperty({ format: 'date-time' }) deliberatesFrom: string;
  @ApiProperty({ format: 'date-time' }) deliberatesUntil: string;
  @ApiProperty({ type: Number, nullable: true }) votesDays: number | null;
  @ApiProperty() publicationDays: number;
}

/** Whom a roll would include and what the rule demands, before anything is frozen. */
export class RollPreviewView {
  @ApiProperty() size: number;
  @ApiProperty({ type: Number, nullable: true, description: 'hundredths of m²' }) area: number | null;
  @ApiProperty({ description: 'send it along when announcing' }) hash: string;
  @ApiProperty({ type: [RollBuildingView] }) buildings: RollBuildingView[];
  @ApiProperty({ type: [RollSampleView] }) sample: RollSampleView[];
  @ApiProperty({ description: 'members for whom nobody can vote in the app yet' }) unreachable: number;
  @ApiProperty({ type: [String] }) sentences: string[];
  @ApiProperty({ type: RollWindowsView }) windows: RollWindowsView;
  @ApiProperty({ type: [String], description: 'why it cannot be announced like this' }) faults: string[];
}

/** A member that the caller may speak for, with what proves it on the record. */
export class MembershipView {
  @ApiProperty() no: number;
  @ApiProperty({ enum: VOTER_CAPACITIES, enumName: 'VoterCapacity' }) capacity: VoterCapacity;
  @ApiProperty() label: string;
  @ApiProperty({ description: 'hex' }) salt: string;
  @ApiProperty({ description: 'SHA-256 of salt and label, hex; as it stands on the record' })
  commitment: string;
}

/** A frozen roll as anybody may see it. */
export class RollView {
  @ApiProperty({ enum: ROLL_SOURCES, enumName: 'RollSource' }) source: RollSource;
  @ApiProperty() size: number;
  @ApiProperty({ type: Number, nullable: true, description: 'hundredths of m²' }) area: number | null;
  @ApiProperty() hash: string;
  @ApiProperty({ format: 'date-time' }) frozenAt: string;
  @ApiProperty({ type: [RollBuildingView] }) buildings: RollBuildingView[];
  @ApiProperty({ type: [MembershipView] }) mine: MembershipView[];
}

/** A member as staff see it. */
export class RollMemberView {
  @ApiProperty() no: number;
  @ApiProperty() label: string;
  @ApiProperty() building: string;
  @ApiProperty({ type: Number, nullable: true, description: 'hundredths of m²' }) area: number | null;
  @ApiProperty({ description: 'somebody can vote for it in the app' }) reachable: boolean;
  @ApiProperty({ description: 'took part' }) marked: boolean;
}

export class RollMemberPageView {
  @ApiProperty({ type: [RollMemberView] }) items: RollMemberView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** An import of owners; areas in hundredths of m². */
export class OwnersImportView {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'votes: co-owners of the same flats are one' }) owners: number;
  @ApiProperty() flats: number;
  @ApiProperty() area: number;
  @ApiProperty() fileName: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

/** The same, just made, with what somebody should look at. */
export class NewOwnersImportView extends OwnersImportView {
  @ApiProperty({ type: [String] }) notes: string[];
}

export class OwnersImportPageView {
  @ApiProperty({ type: [OwnersImportView] }) items: OwnersImportView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class HallRoleView {
  @ApiProperty() personId: string;
  @ApiProperty() nickname: string;
  @ApiProperty({ type: String, nullable: true }) phoneMasked: string | null;
  @ApiProperty({ enum: HALL_ROLES, enumName: 'HallRole' }) role: HallRole;
  @ApiProperty({ format: 'date-time' }) grantedAt: string;
}

export class HallRolesView {
  @ApiProperty({ type: [HallRoleView] }) items: HallRoleView[];
}

export function rulePackView(pack: RulePack): RulePackView {
  const { code, version, name, basis, sources, decision, noticeDays, deliberationDays, publicationDays } =
    pack;
  return {
    code,
    version,
    name,
    basis,
    sources: [...sources],
    secrecy: decision?.secrecy ?? null,
    sentences: explainPack(pack),
    noticeDays,
    deliberationDays,
    votingDays: decision?.votingDays ?? null,
    extensionDays: decision?.extensionDays ?? null,
    publicationDays,
  };
}
