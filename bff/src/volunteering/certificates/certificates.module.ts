import { Module } from '@nestjs/common';
import { DivisionsModule } from '../../divisions/divisions.module.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { HoursModule } from '../hours/hours.module.js';
import { VolunteerCoreModule } from '../volunteers/volunteer-core.module.js';
import { CertificateCodes } from './certificate-codes.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesDeskService } from './certificates-desk.service.js';
import { CertificatesRepository } from './certificates.repository.js';
import { CertificatesService } from './certificates.service.js';
import { CheckLimitGuard } from './check-limit.guard.js';
import { StaffCertificatesController } from './staff-certificates.controller.js';

/** Certificates of service: asked for, issued, printed, checked by strangers, revoked. */
@Module({
  imports: [DivisionsModule, IdentityModule, HoursModule, VolunteerCoreModule],
  controllers: [CertificatesController, StaffCertificatesController],
  providers: [
    CertificateCodes,
    CertificatesDeskService,
    CertificatesRepository,
    CertificatesService,
    CheckLimitGuard,
  ],
})
export class CertificatesModule {}
