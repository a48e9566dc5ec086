// Generated from the BFF by `npm run api:generate`. Do not edit.
export interface paths {
    "/api/v1/auth/demo/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDemoPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/demo/people/{key}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["issueDemoLoginCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/demo/phone-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["issueDemoPhoneCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["logoutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Bookings_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Bookings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/calendar-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Bookings_calendarLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Bookings_calendarEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Bookings_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/check-in-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Bookings_checkInCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Bookings_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Bookings_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Centres of a community, near a point, or by name */
        get: operations["listCentres"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centres/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A centre's page */
        get: operations["getCentre"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller’s certificates */
        get: operations["getCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/file.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The paper behind a link */
        get: operations["downloadCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to the paper, good for ten minutes */
        get: operations["getCertificateLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a certificate is real; tells nothing of the person */
        get: operations["checkCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Claims_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Claims_getClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Claims_answerQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Claims_checkInClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Claims_finishClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/patrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Patrols_startPatrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Claims_releaseClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDivisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/divisions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDivision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/divisions/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["searchDivisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guardian-requests/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a guardian is asked to agree to */
        get: operations["getGuardianRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guardian-requests/{token}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["consentAsGuardian"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is free today in a community, and what the reader has next */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Objects to publicised hours */
        post: operations["objectToHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hours being publicised in a community */
        get: operations["listPublishedHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file behind a statement link */
        get: operations["downloadStatementPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/statement.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workbook behind a statement link */
        get: operations["downloadStatementXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invites/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Bookings_look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invites/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Bookings_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/me/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Bookings_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates of the caller, and hours to certify */
        get: operations["listMyCertificates"];
        put?: never;
        /** Asks the community for a certificate */
        post: operations["requestCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Claims_listClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMyConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["grantConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents/{purpose}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Balance, stars and items of the caller */
        get: operations["listMyHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/hours/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item with its history */
        get: operations["getMyHoursItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/hours/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recorded hours of a year */
        get: operations["getMyStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/hours/statement-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to the statement as a file */
        get: operations["getMyStatementLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/next-service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Claims_nextService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Notices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Notices_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/pauses/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Pauses_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["bindPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/residencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMyResidencies"];
        put?: never;
        post: operations["claimResidency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/residencies/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["endResidency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/shift-waits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Claims_listShiftWaits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Notices_subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/subscriptions/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Notices_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/volunteer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getMyVolunteer"];
        put: operations["updateMyVolunteer"];
        /** Become a volunteer, or come back */
        post: operations["joinVolunteers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/volunteer/guardian-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link for the guardian, good for seven days */
        post: operations["makeGuardianLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/volunteer/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["leaveVolunteers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Bookings_waits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patrols/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Patrols_patrol"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patrols/{id}/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Patrols_scanCheckpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patrols/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Patrols_finishPatrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patrols/{id}/gpx-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Patrols_gpxLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patrols/{id}/line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Patrols_patrolLine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patrols/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Patrols_pausePatrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patrols/{id}/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Patrols_uploadPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patrols/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Patrols_resumePatrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patrols/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Patrols_takeOverPatrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patrols/{id}/track.gpx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Patrols_trackGpx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residency/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listBuildings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residency/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shift-waits/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Claims_leaveShiftWait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** At most three shifts to take instead */
        get: operations["listSimilarShifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Claims_waitForShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places left at this moment */
        get: operations["listShiftPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bookings/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffBookings_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffBookings_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bookings/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffBookings_checkInOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bookings/{id}/mark-no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffBookings_markNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bookings/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffBookings_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/centres/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A centre with the version to edit */
        get: operations["getStaffCentre"];
        /** Edit a centre; shorter hours name the bookings left outside */
        put: operations["updateCentre"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/centres/{id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffBookings_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/centres/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffBookings_checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/centres/{id}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closures of a centre that are not over */
        get: operations["listClosures"];
        put?: never;
        post: operations["StaffBookings_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/centres/{id}/closures/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The bookings that a closure would cancel */
        post: operations["previewClosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/centres/{id}/venues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new venue in a centre */
        post: operations["createVenue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/certificates/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines a request, with a reason */
        post: operations["declineCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/certificates/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues a certificate with the hours as they stand */
        post: operations["issueCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/certificates/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revokes an issued certificate, with a reason */
        post: operations["revokeCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffClaims_submission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/claims/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffClaims_checkInForVolunteer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/claims/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffClaims_finishForVolunteer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/claims/{id}/mark-no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffClaims_markClaimNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/claims/{id}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffClaims_queryClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/claims/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffClaims_rejectClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/claims/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffClaims_verifyClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/closures/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffBookings_endClosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStaffContext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffBookings_appeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffBookings_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/centres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new centre in a division */
        post: operations["createCentre"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates; those that wait come oldest first */
        get: operations["listCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items of hours, latest day first */
        get: operations["listDivisionHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open objections, oldest first */
        get: operations["listHoursObjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/patrols/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Patrols_livePatrols"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/residencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStaffResidencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStaffRoles"];
        put?: never;
        post: operations["grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/stars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The star table that holds in a division */
        get: operations["getStars"];
        /** Replaces the star table of a city or district */
        put: operations["saveStars"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/statement-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to the statement as a file */
        get: operations["getDivisionStatementLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recorded hours of a year */
        get: operations["getDivisionStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffClaims_submissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks of a division, newest first */
        get: operations["listStaffTasks"];
        put?: never;
        /** A new draft */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/todo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a decision in a division */
        get: operations["getTodo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStaffUnits"];
        put?: never;
        post: operations["createUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/volunteering-todo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits in volunteering */
        get: operations["getVolunteeringTodo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Volunteers of a division, or one by number or phone */
        get: operations["listVolunteers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/hours/{id}/adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds or takes minutes of a service as an item of its own */
        post: operations["adjustHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/hours/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an item back, naming who and why */
        post: operations["reverseHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/objections/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers an objection; upheld reverses the item */
        post: operations["answerHoursObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/pauses/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffBookings_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/residencies/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approveResidency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/residencies/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rejectResidency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/residencies/{id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unmaskResidency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/roles/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revokeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/shifts/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel one shift; who holds a place or waits is told */
        post: operations["cancelShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/shifts/{id}/check-in-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffClaims_shiftCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/shifts/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffClaims_shiftClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A task with the version to edit */
        get: operations["getStaffTask"];
        /** Edit a task and its shifts; who has claimed is told */
        put: operations["updateTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/tasks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a task; who holds a place or waits is told */
        post: operations["cancelTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/tasks/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new draft like this task, some days later */
        post: operations["copyTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/tasks/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a draft; an emergency calls its roster */
        post: operations["publishTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/tasks/{id}/repeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The last week's shifts again in the coming weeks */
        post: operations["repeatTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/venues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A venue with its own hours and the version to edit */
        get: operations["getStaffVenue"];
        /** Edit a venue, its policy and hours */
        put: operations["updateVenue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/venues/{id}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffBookings_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/volunteer-pauses/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["liftVolunteerPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/volunteers/{personId}/guardian-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a guardian agreed to in person */
        post: operations["recordGuardianConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/volunteers/{personId}/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pauseVolunteer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/volunteers/{personId}/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["recordTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shifts to take: of a community, or near a place */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A task's page */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units that volunteers of a community may belong to */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/venues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A venue's page */
        get: operations["getVenue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/venues/{id}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How full each of the coming days is */
        get: operations["listVenueDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/venues/{id}/days/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The unit grid of one day */
        get: operations["getVenueDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteering/pledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pledge, and what joining offers to choose from */
        get: operations["getPledge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Bookings_wait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Bookings_leaveWaitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AdjustBody: {
            /** @description signed, never 0 */
            minutes: number;
            reason: string;
        };
        AnswerObjectionBody: {
            answer: string;
            /** @enum {string} */
            decision: "upheld" | "dismissed";
        };
        AppealBody: {
            text: string;
        };
        AppealPageView: {
            items: components["schemas"]["StaffAppealView"][];
            nextCursor: string | null;
        };
        AppealPersonView: {
            nickname: string;
            phoneMasked: string;
        };
        AppealView: {
            decidedReason: string | null;
            /** @enum {string} */
            status: "pending" | "upheld" | "dismissed";
            text: string;
        };
        ApprovalPageView: {
            items: components["schemas"]["ApprovalView"][];
            nextCursor: string | null;
        };
        ApprovalView: {
            actions: components["schemas"]["BookingAction"][];
            attendees: number;
            centre: components["schemas"]["NamedView"];
            channel: components["schemas"]["BookingChannel"];
            cleaningMinutes: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @description the household's live bookings at the centre in that week */
            householdWeekCount: number;
            id: string;
            /** @description no-shows at the centre within 90 days */
            noShows90: number;
            personName: string;
            phoneMasked: string;
            purpose: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["BookingStatus"];
            statusReason: string | null;
            venue: components["schemas"]["NamedView"];
        };
        AsidePlaceView: {
            latitude: number;
            longitude: number;
            reason: components["schemas"]["AsideReason"];
        };
        AsidePointsView: {
            count: number;
            reason: components["schemas"]["AsideReason"];
            /** @description the reason in Chinese */
            word: string;
        };
        /** @enum {string} */
        AsideReason: "future" | "out_of_window" | "no_fix" | "inaccurate" | "duplicate" | "frozen" | "impossible_speed";
        AtBody: {
            /** Format: date-time */
            at: string;
        };
        /** @enum {string} */
        Audience: "community" | "anyone" | "units";
        AuditLog: {
            items: components["schemas"]["AuditLogEntry"][];
            nextCursor: string | null;
        };
        AuditLogEntry: {
            /** @description What was done, in words */
            action: string;
            /** @description Nickname of who did it */
            actor: string;
            /** Format: date-time */
            at: string;
            /** @description Reason and facts, as recorded */
            detail: {
                [key: string]: unknown;
            };
            requestId: string;
            /** @description What it was done to: kind in words and public id */
            target: string;
        };
        AvailableHoursView: {
            /** Format: date */
            fromDay: string;
            minutes: number;
            /** Format: date */
            toDay: string;
        };
        BindPhoneDto: {
            code: string;
        };
        BoardBookingView: {
            actions: components["schemas"]["BookingAction"][];
            attendees: number;
            channel: components["schemas"]["BookingChannel"];
            cleaningMinutes: number;
            /** Format: date-time */
            endsAt: string;
            id: string;
            personName: string;
            phoneMasked: string;
            purpose: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["BookingStatus"];
            statusReason: string | null;
        };
        BoardRangeView: {
            closeMinute: number;
            openMinute: number;
        };
        BoardVenueView: {
            bookings: components["schemas"]["BoardBookingView"][];
            closures: components["schemas"]["StaffClosureView"][];
            id: string;
            name: string;
            opening: components["schemas"]["BoardRangeView"][];
            unitMinutes: number;
            /** @description residents on the waitlist of this day */
            waiting: number;
        };
        BoardView: {
            centre: components["schemas"]["NamedView"];
            closeMinute: number;
            /** @example 2026-11-24 */
            date: string;
            /** @description the earliest opening of any venue, minutes since midnight */
            openMinute: number;
            venues: components["schemas"]["BoardVenueView"][];
        };
        BookableView: {
            allowed: boolean;
            refusal: components["schemas"]["RefusalView"] | null;
        };
        BookBody: {
            attendees: number;
            /** Format: date-time */
            endsAt: string;
            /** @description what the room is wanted for */
            purpose: string;
            /**
             * Format: date-time
             * @example 2026-11-24T06:00:00Z
             */
            startsAt: string;
            venueId: string;
        };
        /** @enum {string} */
        BookingAction: "cancel" | "show_check_in_code" | "invite" | "add_to_calendar" | "leave" | "approve" | "reject" | "check_in" | "cancel_for_centre" | "mark_no_show";
        BookingCardView: {
            actions: components["schemas"]["BookingAction"][];
            attendees: number;
            centre: components["schemas"]["NamedView"];
            /** Format: date-time */
            endsAt: string;
            id: string;
            /** @description the viewer came by invitation */
            isCompanion: boolean;
            purpose: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["BookingStatus"];
            statusReason: string | null;
            venue: components["schemas"]["NamedView"];
        };
        /** @enum {string} */
        BookingChannel: "app" | "waitlist" | "phone" | "counter";
        BookingPageView: {
            items: components["schemas"]["BookingCardView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        BookingStatus: "pending" | "confirmed" | "checked_in" | "completed" | "rejected" | "cancelled" | "late_cancelled" | "released" | "no_show";
        BookingStepView: {
            /** Format: date-time */
            at: string;
            note: string | null;
            status: components["schemas"]["BookingStatus"];
        };
        BookingView: {
            actions: components["schemas"]["BookingAction"][];
            address: string;
            attendees: number;
            /**
             * Format: date-time
             * @description cancelling later is recorded as late
             */
            cancelBy: string;
            /** @description what cancelling now would mean, in words */
            cancelNote: string;
            centre: components["schemas"]["NamedView"];
            centrePhone: string;
            channel: components["schemas"]["BookingChannel"];
            /** Format: date-time */
            checkInFrom: string;
            /** Format: date-time */
            checkInUntil: string | null;
            companionLimit: number;
            companions: components["schemas"]["CompanionView"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endsAt: string;
            id: string;
            /** @description the viewer came by invitation */
            isCompanion: boolean;
            /** @description a member of staff made it for the resident */
            onBehalf: boolean;
            purpose: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["BookingStatus"];
            statusReason: string | null;
            timeline: components["schemas"]["BookingStepView"][];
            venue: components["schemas"]["NamedView"];
        };
        BoundsView: {
            east: number;
            north: number;
            south: number;
            west: number;
        };
        CalendarLinkView: {
            path: string;
        };
        CancelBody: {
            reason?: string;
        };
        CardTaskView: {
            address: string;
            /** @description how many there are */
            checkpoints: number;
            community: components["schemas"]["DivisionName"];
            /** @description only in a list by nearness */
            distanceMetres: number | null;
            /** @description a risk notice must be read before claiming */
            hasRisk: boolean;
            id: string;
            insured: boolean;
            kind: components["schemas"]["TaskKind"];
            location: components["schemas"]["PlaceView"];
            placeName: string;
            title: string;
            urgency: components["schemas"]["TaskUrgency"];
        };
        CentreCardView: {
            address: string;
            community: components["schemas"]["DivisionName"];
            /** @description only in a list by nearness */
            distanceMetres: number | null;
            freeVenuesNow: number;
            /** @example 08:30–21:00 */
            hoursToday: string;
            id: string;
            name: string;
            openNow: boolean;
            tags: string[];
            venueCount: number;
        };
        CentrePageView: {
            items: components["schemas"]["CentreCardView"][];
            nextCursor: string | null;
        };
        CentreView: {
            address: string;
            /** @description not over yet, by start */
            closures: components["schemas"]["ClosureView"][];
            community: components["schemas"]["DivisionName"];
            /** @description only in a list by nearness */
            distanceMetres: number | null;
            freeVenuesNow: number;
            hours: components["schemas"]["WeekdayHoursView"][];
            /** @example 08:30–21:00 */
            hoursToday: string;
            id: string;
            intro: string;
            location: components["schemas"]["LocationView"];
            name: string;
            openNow: boolean;
            phone: string;
            services: components["schemas"]["ServiceView"][];
            tags: string[];
            venueCount: number;
            venues: components["schemas"]["VenueCardView"][];
        };
        CertificateCheckView: {
            /** Format: date */
            fromDay: string;
            /** Format: date-time */
            issuedAt: string;
            issuer: string;
            minutes: number;
            number: string;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string} */
            status: "issued" | "revoked";
            /** Format: date */
            toDay: string;
        };
        CertificateListView: {
            available: components["schemas"]["AvailableHoursView"] | null;
            items: components["schemas"]["CertificateView"][];
        };
        CertificateReasonBody: {
            reason: string;
        };
        /** @enum {string} */
        CertificateStatus: "requested" | "issued" | "declined" | "revoked";
        CertificateView: {
            actions: "download"[];
            /** @description page on which anybody can check it */
            checkPath: string | null;
            /** @description only its owner is told */
            code: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description why it was declined */
            decidedReason: string | null;
            /** Format: date */
            fromDay: string;
            id: string;
            /** Format: date-time */
            issuedAt: string | null;
            minutes: number;
            /** @description null until it is issued */
            number: string | null;
            purpose: string;
            /** Format: date-time */
            revokedAt: string | null;
            revokeReason: string | null;
            status: components["schemas"]["CertificateStatus"];
            /** Format: date */
            toDay: string;
        };
        CheckedInView: {
            booking: components["schemas"]["PlacedBookingView"];
        };
        CheckInBody: {
            /** @example 482913 */
            manualCode?: string;
            qr?: string;
        };
        CheckInCodeView: {
            /** Format: date-time */
            expiresAt: string;
            /** @example 482913 */
            manualCode: string;
            qr: string;
            /** Format: date-time */
            serverTime: string;
        };
        /** @enum {string} */
        CheckInMethod: "location" | "qr" | "staff";
        CheckInOneBody: {
            /** @enum {boolean} */
            identityChecked?: true;
            /** @example 482913 */
            manualCode?: string;
        };
        CheckpointInput: {
            dwellSeconds: number;
            latitude: number;
            longitude: number;
            name: string;
            no: number;
            radiusMetres: number;
        };
        /** @enum {string} */
        CheckpointMethod: "track" | "qr";
        CheckpointView: {
            /** @description how long to stay; 0: passing is enough */
            dwellSeconds: number;
            latitude: number;
            longitude: number;
            name: string;
            /** @description from 1, in the order of the walk */
            no: number;
            radiusMetres: number;
        };
        CheckpointVisitView: {
            /** Format: date-time */
            at: string | null;
            dwellSeconds: number | null;
            /** @description false when a checkpoint with a lower number was reached later */
            inOrder: boolean;
            method: components["schemas"]["CheckpointMethod"] | null;
            name: string;
            /** @description counts from 1 in the order of the walk */
            no: number;
            reached: boolean;
        };
        ClaimableView: {
            allowed: boolean;
            refusal: components["schemas"]["ClaimRefusalView"] | null;
        };
        /** @enum {string} */
        ClaimAction: "release" | "abandon" | "check_in" | "start_patrol" | "open_patrol" | "finish" | "answer" | "staff_check_in" | "staff_finish" | "verify" | "query" | "reject" | "mark_no_show";
        ClaimAnswerBody: {
            text: string;
        };
        ClaimBody: {
            /** @description the risk notice was read; needed where the task has one */
            riskAccepted?: boolean;
            shiftId: string;
        };
        ClaimCard: {
            actions: components["schemas"]["ClaimAction"][];
            /** Format: date-time */
            endsAt: string;
            id: string;
            shiftId: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["ClaimStatus"];
            statusReason: string | null;
            task: components["schemas"]["ClaimTaskView"];
            verifiedMinutes: number | null;
        };
        ClaimCheckInBody: {
            location?: components["schemas"]["MeasuredPlace"];
            qr?: string;
        };
        ClaimContactView: {
            name: string;
            phone: string;
        };
        ClaimCreated: {
            /** Format: date-time */
            endsAt: string;
            id: string;
            shiftId: string;
            /** Format: date-time */
            startsAt: string;
            /** @enum {string} */
            status: "claimed";
        };
        ClaimDivisionView: {
            code: string;
            name: string;
        };
        ClaimFinishBody: {
            /** @description what was done, what staff should know */
            note?: string;
        };
        ClaimHoursView: {
            id: string;
            minutes: number;
            /** @example 2026-11-30 */
            publicationEndsOn: string | null;
            status: components["schemas"]["HoursStatus"];
        };
        ClaimPageView: {
            items: components["schemas"]["ClaimCard"][];
            nextCursor: string | null;
        };
        ClaimQuestionBody: {
            question: string;
        };
        ClaimRefusalView: {
            code: string;
            message: string;
            next: string | null;
            rule: components["schemas"]["RuleNameView"] | null;
        };
        ClaimResidencyDto: {
            building: string;
            communityCode: string;
            name: string;
            room: string;
        };
        ClaimRuleView: {
            no: number;
            text: string;
            title: string;
        };
        /** @enum {string} */
        ClaimStatus: "claimed" | "in_progress" | "submitted" | "queried" | "verified" | "released" | "abandoned" | "no_show" | "rejected";
        ClaimStepView: {
            /** Format: date-time */
            at: string;
            note: string | null;
            status: components["schemas"]["ClaimStatus"];
        };
        ClaimTaskView: {
            id: string;
            kind: components["schemas"]["TaskKind"];
            location: components["schemas"]["PlaceView"];
            placeName: string;
            title: string;
            urgency: components["schemas"]["TaskUrgency"];
        };
        ClaimTrainingView: {
            code: components["schemas"]["Training"];
            expiresOn: string | null;
            name: string;
        };
        ClaimUnitView: {
            id: string;
            name: string;
        };
        ClaimView: {
            actions: components["schemas"]["ClaimAction"][];
            address: string;
            answer: string | null;
            /** Format: date-time */
            checkedInAt: string | null;
            /** Format: date-time */
            checkInFrom: string;
            checkInMethod: components["schemas"]["CheckInMethod"] | null;
            /** Format: date-time */
            checkInUntil: string;
            contact: components["schemas"]["ClaimContactView"];
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            gatherNote: string;
            hasRoute: boolean;
            hours: components["schemas"]["ClaimHoursView"] | null;
            id: string;
            note: string | null;
            patrolId: string | null;
            question: string | null;
            /**
             * Format: date-time
             * @description giving the place back later is recorded as late
             */
            releaseBy: string;
            /** @description what giving the place back now would mean, in words */
            releaseNote: string;
            riskNotice: string;
            shiftId: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["ClaimStatus"];
            statusReason: string | null;
            /** Format: date-time */
            submittedAt: string | null;
            task: components["schemas"]["ClaimTaskView"];
            timeline: components["schemas"]["ClaimStepView"][];
            verifiedMinutes: number | null;
        };
        ClaimVolunteerView: {
            /** @example 林** */
            name: string;
            number: string;
            phoneMasked: string;
            trainings: components["schemas"]["ClaimTrainingView"][];
            unit: components["schemas"]["ClaimUnitView"] | null;
        };
        CloseBody: {
            /** Format: date-time */
            endsAt: string;
            reason: string;
            /** @description records a closure that is over already, to forgive its no-shows */
            retroactive?: boolean;
            /** Format: date-time */
            startsAt: string;
            venueId: string | null;
        };
        ClosureDoneView: {
            /** @description bookings that were cancelled and told */
            cancelled: number;
            /** Format: date-time */
            endsAt: string;
            id: string;
            reason: string;
            /** Format: date-time */
            startsAt: string;
            /** @description null when the whole centre is closed */
            venue: components["schemas"]["NamedView"] | null;
            /** @description no-shows that were forgiven */
            waivedNoShows: number;
        };
        ClosurePreviewView: {
            bookings: components["schemas"]["PlacedBookingView"][];
        };
        ClosureView: {
            /** Format: date-time */
            endsAt: string;
            id: string;
            reason: string;
            /** Format: date-time */
            startsAt: string;
            /** @description null: the whole centre */
            venue: components["schemas"]["NamedView"] | null;
        };
        CodedWord: {
            code: string;
            name: string;
        };
        CompanionView: {
            /** Format: date-time */
            joinedAt: string;
            nickname: string;
        };
        ConsentList: {
            items: components["schemas"]["ConsentView"][];
        };
        /** @enum {string} */
        ConsentPurpose: "track" | "publish_name";
        ConsentView: {
            /** @description in force, if perhaps for an earlier text */
            active: boolean;
            currentVersion: number;
            /** Format: date-time */
            grantedAt: string | null;
            purpose: components["schemas"]["ConsentPurpose"];
            text: string;
            title: string;
            /** @description that was agreed to last */
            version: number | null;
            /** Format: date-time */
            withdrawnAt: string | null;
        };
        /** @enum {string} */
        CoordinateSystem: "GCJ-02" | "WGS-84";
        CopyTaskDto: {
            /** @description how many days later the copy’s shifts are */
            days: number;
        };
        CreateCentreDto: {
            address: string;
            /** @description a weekday left out is closed */
            hours: components["schemas"]["WeekdayHoursInput"][];
            intro: string;
            location: components["schemas"]["LocationInput"];
            name: string;
            /** @example 0596-2020001 */
            phone: string;
            services: components["schemas"]["ServiceInput"][];
            tags: string[];
        };
        CreateUnitDto: {
            kind: components["schemas"]["UnitKind"];
            name: string;
        };
        CreateVenueDto: {
            capacity: number;
            facilities: string[];
            intro: string;
            name: string;
            /** @description null: the centre's hours */
            opening: components["schemas"]["WeekdayHoursInput"][] | null;
            policy: components["schemas"]["VenuePolicyInput"];
            status: components["schemas"]["VenueStatus"];
            /** @enum {number} */
            unitMinutes: 15 | 30;
        };
        DaySummaryListView: {
            items: components["schemas"]["DaySummaryView"][];
        };
        DaySummaryView: {
            /** @description no unit of the day is open */
            closed: boolean;
            /** Format: date */
            date: string;
            freeUnits: number;
            totalUnits: number;
        };
        DecideAppealBody: {
            /** @enum {string} */
            decision: "upheld" | "dismissed";
            reason: string;
        };
        DecideResidencyDto: {
            reason: string;
        };
        DemoCode: {
            code: string;
        };
        DemoPeople: {
            items: components["schemas"]["DemoPerson"][];
        };
        DemoPerson: {
            description: string;
            key: string;
            name: string;
            role: components["schemas"]["DemoRole"];
            /** @description What the person is, e.g. 场地管理员 */
            title: string;
        };
        /** @enum {string} */
        DemoRole: "visitor" | "resident" | "verified" | "staff";
        DeskBookBody: {
            attendees: number;
            /** @enum {string} */
            channel: "phone" | "counter";
            contactName: string;
            /** @example 13800000000 */
            contactPhone: string;
            /** Format: date-time */
            endsAt: string;
            /** @description what the room is wanted for */
            purpose: string;
            /**
             * Format: date-time
             * @example 2026-11-24T06:00:00Z
             */
            startsAt: string;
            unitName?: string;
        };
        DivisionDto: {
            /** @example 350602002002 */
            code: string;
            level: components["schemas"]["DivisionLevel"];
            /** @example 延安社区 */
            name: string;
            /** @description Ancestors, top first, without the division itself. */
            path: components["schemas"]["DivisionName"][];
        };
        /** @enum {string} */
        DivisionLevel: "province" | "city" | "district" | "street" | "community" | "grid";
        DivisionList: {
            items: components["schemas"]["DivisionDto"][];
        };
        DivisionName: {
            /** @example 350602002002 */
            code: string;
            /** @example 延安社区 */
            name: string;
        };
        DivisionStatementView: {
            /** @description all twelve months */
            byMonth: components["schemas"]["MonthMinutesView"][];
            division: components["schemas"]["HoursDivisionView"];
            people: number;
            /** @description by volunteer number, the first 500 */
            rows: components["schemas"]["StatementRowView"][];
            /** @description volunteers beyond those; the export has them all */
            rowsLeftOff: number;
            totalMinutes: number;
            unit: components["schemas"]["StatementUnitView"] | null;
            /** @description by name */
            units: components["schemas"]["UnitMinutesView"][];
            year: number;
        };
        DownloadLinkView: {
            path: string;
        };
        EmptyBody: Record<string, never>;
        /** @enum {string} */
        EvidenceGrade: "strong" | "fair" | "weak" | "none";
        EvidencePointsView: {
            aside: components["schemas"]["AsidePointsView"][];
            kept: number;
            /** @description points that cannot be decrypted: their row was tampered with */
            unreadable: number;
        };
        EvidenceView: {
            checkpoints: components["schemas"]["CheckpointVisitView"][];
            /** @description share of the route, 0 to 1; null without a route */
            coverage: number | null;
            distanceMetres: number;
            /** @description from the first counted point to the last, pauses left out */
            durationSeconds: number;
            grade: components["schemas"]["EvidenceGrade"];
            movingSeconds: number;
            patrolId: string;
            pausedSeconds: number;
            points: components["schemas"]["EvidencePointsView"];
            /** @description from start to finish, pauses off, at least 1 */
            proposedMinutes: number;
            /** @description Chinese sentences */
            reasons: string[];
        };
        FinishPatrolBody: {
            /** Format: date-time */
            at: string;
            /** @description number of the last point; -1 when there was none */
            lastSeq: number;
            note?: string;
        };
        FreeStretchView: {
            /** Format: date */
            date: string;
            endMinute: number;
            startMinute: number;
        };
        FreeTodayView: {
            count: number;
            /** @description the soonest first */
            venues: components["schemas"]["VenueCardView"][];
        };
        GpxLinkView: {
            path: string;
        };
        GrantConsentDto: {
            /** @description of the text that was shown */
            version: number;
        };
        GrantRoleDto: {
            phone: string;
            role: components["schemas"]["Role"];
        };
        GridUnitView: {
            startMinute: number;
            state: components["schemas"]["UnitState"];
        };
        GuardianConsentDto: {
            guardianName: string;
            /**
             * @description what the guardian is to the minor
             * @example 母亲
             */
            relation: string;
        };
        GuardianLinkView: {
            /** Format: date-time */
            expiresAt: string;
            /** @description page of the mini-program */
            path: string;
            token: string;
        };
        /** @enum {string} */
        GuardianRequestStatus: "open" | "consented" | "expired";
        GuardianRequestView: {
            minorAge: number;
            /** @example 林** */
            minorName: string;
            /** @description the reader is the minor */
            own: boolean;
            pledgeText: string;
            status: components["schemas"]["GuardianRequestStatus"];
        };
        GuardianView: {
            /** Format: date-time */
            consentedAt: string | null;
            /** @enum {string|null} */
            method: "link" | "desk" | null;
            relation: string | null;
        };
        HomeView: {
            community: components["schemas"]["DivisionName"];
            freeToday: components["schemas"]["FreeTodayView"];
            nextBooking: components["schemas"]["BookingCardView"] | null;
            /** Format: date */
            today: string;
            /** @description 0 for a visitor */
            unreadNotices: number;
        };
        /** @enum {string} */
        HoursAct: "service" | "adjustment" | "reversal" | "publicised" | "objection" | "objection_answered" | "recorded";
        HoursActView: {
            act: components["schemas"]["HoursAct"];
            /** Format: date-time */
            at: string;
            /** @description member of staff; null for the clock and for objectors */
            by: string | null;
            minutes: number;
            reason: string | null;
        };
        HoursBalanceView: {
            provisional: number;
            publicised: number;
            recorded: number;
        };
        HoursDivisionView: {
            code: string;
            name: string;
        };
        HoursItemDetailView: {
            content: string;
            /**
             * Format: date
             * @description day of the service in Shanghai
             */
            day: string;
            division: components["schemas"]["HoursDivisionView"];
            id: string;
            kind: components["schemas"]["HoursKind"];
            /** @description signed: an adjustment may take minutes back */
            minutes: number;
            openObjections: number;
            /**
             * Format: date
             * @description last day of publication
             */
            publicationEndsOn: string | null;
            /** Format: date */
            publicisedOn: string | null;
            /** @description why it was adjusted or reversed */
            reason: string | null;
            /** Format: date-time */
            recordedAt: string | null;
            status: components["schemas"]["HoursStatus"];
            /** @description oldest first */
            timeline: components["schemas"]["HoursActView"][];
        };
        HoursItemView: {
            content: string;
            /**
             * Format: date
             * @description day of the service in Shanghai
             */
            day: string;
            division: components["schemas"]["HoursDivisionView"];
            id: string;
            kind: components["schemas"]["HoursKind"];
            /** @description signed: an adjustment may take minutes back */
            minutes: number;
            openObjections: number;
            /**
             * Format: date
             * @description last day of publication
             */
            publicationEndsOn: string | null;
            /** Format: date */
            publicisedOn: string | null;
            /** @description why it was adjusted or reversed */
            reason: string | null;
            /** Format: date-time */
            recordedAt: string | null;
            status: components["schemas"]["HoursStatus"];
        };
        /** @enum {string} */
        HoursKind: "service" | "adjustment";
        /** @enum {string} */
        HoursStatus: "provisional" | "publicised" | "recorded" | "reversed";
        /**
         * @description who must verify the proposed minutes
         * @enum {string}
         */
        HoursTier: "community" | "street" | "district";
        HoursVolunteerView: {
            /** @description masked: 林** */
            name: string;
            number: string;
        };
        InvitedBookingView: {
            centre: components["schemas"]["NamedView"];
            /** Format: date-time */
            endsAt: string;
            hostNickname: string;
            placesLeft: number;
            purpose: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["BookingStatus"];
            venue: components["schemas"]["NamedView"];
        };
        InviteLinkView: {
            /** Format: date-time */
            expiresAt: string;
            /** @example /pages-venues/invite/index?token=… */
            path: string;
            token: string;
        };
        InviteView: {
            actions: "accept"[];
            booking: components["schemas"]["InvitedBookingView"];
        };
        IssueCertificateBody: {
            /** @description telephone of the issuer */
            contact: string;
            /** @description who answers for it */
            responsible: string;
        };
        JoinDto: {
            /**
             * Format: date
             * @example 1990-05-01
             */
            birthDay: string;
            /** @example 350602002002 */
            communityCode: string;
            emergencyOptIn: boolean;
            /** @description null takes the number away */
            idNumber?: string | null;
            name: string;
            /** @description of the pledge that was shown */
            pledgeVersion: number;
            skills: components["schemas"]["Skill"][];
            unitId: string | null;
        };
        LevelledDivision: {
            /** @example 350602002002 */
            code: string;
            level: components["schemas"]["DivisionLevel"];
            /** @example 延安社区 */
            name: string;
        };
        ListedClosuresView: {
            /** @description not over yet, by start */
            items: components["schemas"]["ListedClosureView"][];
        };
        ListedClosureView: {
            /** @description bookings that it cancelled */
            affectedBookings: number;
            /** @description nickname of the member of staff */
            createdBy: string;
            /** Format: date-time */
            endsAt: string;
            id: string;
            reason: string;
            /** Format: date-time */
            startsAt: string;
            /** @description null: the whole centre */
            venue: components["schemas"]["NamedView"] | null;
        };
        LivePatrolListView: {
            items: components["schemas"]["LivePatrolView"][];
        };
        LivePatrolView: {
            claimId: string;
            patrolId: string;
            /** @description GCJ-02 */
            position: components["schemas"]["PlaceView"] | null;
            /** Format: date-time */
            positionAt: string | null;
            /** Format: date-time */
            receivedAt: string | null;
            /** @description nothing was heard of it for more than 60 seconds */
            stale: boolean;
            /** Format: date-time */
            startedAt: string;
            status: components["schemas"]["PatrolStatus"];
            task: components["schemas"]["LiveTaskView"];
            volunteer: components["schemas"]["LiveVolunteerView"];
        };
        LiveTaskView: {
            id: string;
            title: string;
        };
        LiveVolunteerView: {
            /** @description masked */
            name: string;
            number: string;
        };
        LocationInput: {
            /** @enum {string} */
            coordinateSystem?: "GCJ-02";
            latitude: number;
            longitude: number;
        };
        LocationView: {
            /** @enum {string} */
            coordinateSystem: "GCJ-02";
            latitude: number;
            longitude: number;
        };
        LoginAnswer: {
            /** Format: date-time */
            accessExpiresAt: string;
            /** @description JWT, fifteen minutes */
            accessToken: string;
            person: components["schemas"]["Me"];
            /** @description Good once, for thirty days */
            refreshToken: string;
        };
        LoginDto: {
            code: string;
        };
        MaskedPhone: {
            /** @example 138****5678 */
            masked: string;
        };
        Me: {
            homeCommunity: components["schemas"]["DivisionName"] | null;
            id: string;
            /** @description A person of the demo city */
            isDemo: boolean;
            nickname: string;
            pauses: components["schemas"]["PauseView"][];
            /** @description Held on some division */
            permissions: components["schemas"]["Permission"][];
            phone: components["schemas"]["MaskedPhone"] | null;
            /** @description The pending or approved one */
            residency: components["schemas"]["ResidencyView"] | null;
            roles: components["schemas"]["RoleGrant"][];
            unreadNotices: number;
        };
        MeasuredPlace: {
            /** @description metres */
            accuracy: number;
            coordinateSystem: components["schemas"]["CoordinateSystem"];
            latitude: number;
            longitude: number;
        };
        MinuteRangeInput: {
            closeMinute: number;
            openMinute: number;
        };
        MinuteRangeView: {
            closeMinute: number;
            openMinute: number;
        };
        MomentView: {
            /** Format: date-time */
            at: string;
            latitude: number;
            longitude: number;
            /** @description which of the unsimplified stretches it belongs to: between two of them nothing is known */
            segment: number;
        };
        MonthMinutesView: {
            minutes: number;
            month: number;
        };
        MyHoursView: {
            balance: components["schemas"]["HoursBalanceView"];
            items: components["schemas"]["HoursItemView"][];
            nextCursor: string | null;
            stars: components["schemas"]["StarsView"];
        };
        MyShiftView: {
            claimId: string | null;
            /** @enum {string|null} */
            status: "claimed" | "in_progress" | "submitted" | "queried" | "verified" | "released" | "abandoned" | "no_show" | "rejected" | null;
            waitId: string | null;
            /** @description from 1 */
            waitPosition: number | null;
        };
        MyVolunteer: {
            volunteer: components["schemas"]["VolunteerView"] | null;
        };
        NamedTaskView: {
            id: string;
            title: string;
        };
        NamedTraining: {
            code: components["schemas"]["Training"];
            name: string;
        };
        NamedView: {
            id: string;
            name: string;
        };
        NextServiceView: {
            claim: components["schemas"]["ClaimCard"] | null;
        };
        NoticeLinkView: {
            id: string | null;
            page: components["schemas"]["NoticePage"];
        };
        /** @enum {string} */
        NoticePage: "booking" | "waitlist" | "residency" | "pause" | "claim" | "task" | "hours" | "certificate" | "volunteer" | "topic";
        NoticePageView: {
            items: components["schemas"]["NoticeView"][];
            nextCursor: string | null;
        };
        NoticeView: {
            /** Format: date-time */
            at: string;
            body: string;
            id: string;
            kind: string;
            link: components["schemas"]["NoticeLinkView"] | null;
            /** Format: date-time */
            readAt: string | null;
            title: string;
        };
        ObjectBody: {
            text: string;
        };
        ObjectedItemView: {
            content: string;
            /**
             * Format: date
             * @description day of the service in Shanghai
             */
            day: string;
            division: components["schemas"]["HoursDivisionView"];
            id: string;
            kind: components["schemas"]["HoursKind"];
            /** @description signed: an adjustment may take minutes back */
            minutes: number;
            openObjections: number;
            /**
             * Format: date
             * @description last day of publication
             */
            publicationEndsOn: string | null;
            /** Format: date */
            publicisedOn: string | null;
            /** @description why it was adjusted or reversed */
            reason: string | null;
            /** Format: date-time */
            recordedAt: string | null;
            status: components["schemas"]["HoursStatus"];
            volunteer: components["schemas"]["HoursVolunteerView"];
        };
        /** @enum {string} */
        ObjectionStatus: "open" | "upheld" | "dismissed";
        ObjectionView: {
            id: string;
            status: components["schemas"]["ObjectionStatus"];
        };
        ObjectorView: {
            nickname: string;
        };
        PatrolLineView: {
            /** @description at most 200 */
            aside: components["schemas"]["AsidePlaceView"][];
            bounds: components["schemas"]["BoundsView"] | null;
            /** @enum {string} */
            coordinateSystem: "GCJ-02";
            /** @description counted fixes with their times, evenly chosen, at most 401 */
            moments: components["schemas"]["MomentView"][];
            route: components["schemas"]["PatrolRouteView"] | null;
            /** @description lines that are not joined: a pause or a gap lies between them */
            segments: components["schemas"]["PlaceView"][][];
        };
        PatrolPauseView: {
            /** Format: date-time */
            pausedAt: string;
            /** Format: date-time */
            resumedAt: string | null;
        };
        PatrolRouteView: {
            checkpoints: components["schemas"]["RouteCheckpointView"][];
            line: components["schemas"]["PlaceView"][];
        };
        /** @enum {string} */
        PatrolStatus: "recording" | "paused" | "finished";
        PatrolView: {
            checkpoints: components["schemas"]["CheckpointVisitView"][];
            claimId: string;
            coordinateSystem: components["schemas"]["CoordinateSystem"];
            /** @description null for staff */
            device: string | null;
            /** @description the positions were deleted at the person’s wish */
            erased: boolean;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            /** Format: date-time */
            lastPointAt: string | null;
            /** @description the greatest sequence number that was received or told at the finish */
            lastSeq: number | null;
            /** @description numbers up to lastSeq that have not arrived */
            missing: components["schemas"]["SeqRangeView"][];
            pauses: components["schemas"]["PatrolPauseView"][];
            receivedPoints: number;
            /** Format: date-time */
            serverTime: string;
            /** Format: date-time */
            startedAt: string;
            status: components["schemas"]["PatrolStatus"];
            summary: components["schemas"]["EvidenceView"] | null;
        };
        PauseView: {
            actions: "appeal"[];
            appeal: components["schemas"]["AppealView"] | null;
            centre: components["schemas"]["NamedView"];
            /** Format: date-time */
            endsAt: string;
            id: string;
            reason: string;
            /** Format: date-time */
            startsAt: string;
        };
        PauseVolunteerDto: {
            days: number;
            reason: string;
        };
        /**
         * @description Held on some division
         * @enum {string}
         */
        Permission: "venues.manage" | "bookings.decide" | "bookings.desk" | "residency.decide" | "roles.manage" | "audit.read" | "tasks.manage" | "claims.verify" | "volunteers.manage" | "hours.manage" | "topics.manage" | "cases.decide" | "ballots.enter" | "followups.manage" | "records.erase";
        PersonSummaryView: {
            nickname: string;
            phoneMasked: string | null;
        };
        PlacedBookingView: {
            actions: components["schemas"]["BookingAction"][];
            attendees: number;
            centre: components["schemas"]["NamedView"];
            channel: components["schemas"]["BookingChannel"];
            cleaningMinutes: number;
            /** Format: date-time */
            endsAt: string;
            id: string;
            personName: string;
            phoneMasked: string;
            purpose: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["BookingStatus"];
            statusReason: string | null;
            venue: components["schemas"]["NamedView"];
        };
        PlaceInput: {
            latitude: number;
            longitude: number;
        };
        PlaceNames: {
            items: string[];
        };
        PlaceView: {
            latitude: number;
            longitude: number;
        };
        PledgeView: {
            /** @description younger than this asks for a guardian’s consent */
            guardianBelowAge: number;
            /** @description full years */
            minAge: number;
            skills: components["schemas"]["CodedWord"][];
            text: string;
            trainings: components["schemas"]["CodedWord"][];
            unitKinds: components["schemas"]["CodedWord"][];
            version: number;
        };
        PointsAckView: {
            count: number;
            firstSeq: number;
            lastSeq: number;
            patrolId: string;
        };
        PointsBody: {
            /** @description made up once by each installation */
            device: string;
            firstSeq: number;
            /** @description [epoch milliseconds, latitude, longitude, accuracy in metres | null, altitude | null, metres a second | null] */
            points: (number | null)[][];
        };
        PreviewClosureDto: {
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            startsAt: string;
            venueId: string | null;
        };
        PublishedHoursPageView: {
            items: components["schemas"]["PublishedHoursView"][];
            nextCursor: string | null;
        };
        PublishedHoursView: {
            actions: "object"[];
            content: string;
            /** Format: date */
            day: string;
            /**
             * Format: date
             * @description last day of publication
             */
            endsOn: string;
            id: string;
            mine: boolean;
            minutes: number;
            /** @description 林** where the person agreed, otherwise the end of the volunteer number */
            who: string;
        };
        QueueView: {
            count: number;
            /** Format: date-time */
            oldestAt: string | null;
        };
        QuotaUseView: {
            limit: number;
            used: number;
        };
        QuotaView: {
            household: components["schemas"]["QuotaUseView"] | null;
            person: components["schemas"]["QuotaUseView"] | null;
        };
        ReadNoticesBody: {
            ids?: string[];
        };
        ReasonBody: {
            reason: string;
        };
        RecordTrainingDto: {
            /**
             * Format: date
             * @description null: for good
             * @example 2027-10-31
             */
            expiresOn: string | null;
            /**
             * Format: date
             * @example 2026-11-01
             */
            passedOn: string;
            training: components["schemas"]["Training"];
        };
        RefreshDto: {
            refreshToken: string;
        };
        RefusalView: {
            code: string;
            message: string;
            next: string | null;
            rule: components["schemas"]["RuleView"] | null;
        };
        ReleaseBody: {
            reason?: string;
        };
        RepeatTaskDto: {
            weeks: number;
        };
        RequestCertificateBody: {
            /** Format: date */
            fromDay: string;
            /** @description what it is wanted for; may be empty */
            purpose: string;
            /** Format: date */
            toDay: string;
        };
        RequirementsInput: {
            maxAge: number | null;
            minAge: number;
            residentsOnly: boolean;
            trainings: components["schemas"]["Training"][];
            unitIds: string[];
        };
        RequirementsView: {
            maxAge: number | null;
            minAge: number;
            /** @description verified residents of the task’s division only */
            residentsOnly: boolean;
            trainings: components["schemas"]["NamedTraining"][];
            units: components["schemas"]["UnitName"][];
        };
        Residencies: {
            items: components["schemas"]["ResidencyView"][];
        };
        /** @enum {string} */
        ResidencyAction: "withdraw" | "end" | "approve" | "reject";
        /** @enum {string} */
        ResidencyStatus: "pending" | "approved" | "rejected" | "ended";
        ResidencyView: {
            actions: components["schemas"]["ResidencyAction"][];
            building: string;
            /** @description In full for the resident, masked for staff */
            claimedName: string;
            community: components["schemas"]["DivisionName"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            id: string;
            /** @enum {string|null} */
            method: "roster" | "staff" | null;
            /** @description Why staff decided so */
            reason: string | null;
            room: string;
            status: components["schemas"]["ResidencyStatus"];
        };
        ReverseBody: {
            reason: string;
        };
        /** @enum {string} */
        Role: "administrator" | "venue_manager" | "moderator" | "volunteer_coordinator" | "dispatcher" | "editor";
        RoleGrant: {
            division: components["schemas"]["LevelledDivision"];
            role: components["schemas"]["Role"];
        };
        /** @enum {string} */
        RosterHint: "match_name" | "match_phone" | "no_household" | "none";
        RouteCheckpointView: {
            dwellSeconds: number;
            latitude: number;
            longitude: number;
            name: string;
            no: number;
            radiusMetres: number;
        };
        RouteInput: {
            checkpoints: components["schemas"]["CheckpointInput"][];
            line: components["schemas"]["PlaceInput"][];
        };
        RouteView: {
            checkpoints: components["schemas"]["CheckpointView"][];
            lengthMetres: number;
            line: components["schemas"]["PlaceView"][];
        };
        RuleNameView: {
            no: number;
            title: string;
        };
        RuleTextView: {
            no: number;
            text: string;
            title: string;
        };
        RuleView: {
            no: number;
            title: string;
        };
        ScanCheckpointBody: {
            no: number;
            qr: string;
        };
        SeqRangeView: {
            from: number;
            to: number;
        };
        ServiceInput: {
            description: string;
            /** @example 周一至周五 09:00–17:00 */
            hours: string;
            name: string;
        };
        ServiceView: {
            description: string;
            /** @example 周一至周五 09:00–17:00 */
            hours: string;
            name: string;
        };
        ShiftCardList: {
            items: components["schemas"]["ShiftCardView"][];
        };
        ShiftCardPage: {
            items: components["schemas"]["ShiftCardView"][];
            nextCursor: string | null;
        };
        ShiftCardView: {
            capacity: number;
            /** Format: date-time */
            closesAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @enum {string|null} */
            mine: "claimed" | "in_progress" | "submitted" | "queried" | "verified" | "released" | "abandoned" | "no_show" | "rejected" | "waiting" | null;
            /** Format: date-time */
            opensAt: string;
            /** @description that a newcomer may take */
            placesLeft: number;
            shiftId: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["ShiftStatus"];
            task: components["schemas"]["CardTaskView"];
            /** @description people in the queue */
            waiting: number;
        };
        ShiftClaimsView: {
            items: components["schemas"]["StaffClaimView"][];
            nextCursor: string | null;
            shift: components["schemas"]["StaffShiftView"];
            task: components["schemas"]["NamedTaskView"];
        };
        ShiftCodeView: {
            /** Format: date-time */
            expiresAt: string;
            /** @example 482913 */
            manualCode: string;
            qr: string;
            /** Format: date-time */
            serverTime: string;
        };
        ShiftInput: {
            capacity: number;
            /**
             * Format: date-time
             * @example 2026-12-01T01:00:00Z
             */
            closesAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T03:00:00Z
             */
            endsAt: string;
            /** @description of a shift that exists; without it, a new one */
            id?: string;
            /**
             * Format: date-time
             * @example 2026-11-20T01:00:00Z
             */
            opensAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T01:00:00Z
             */
            startsAt: string;
        };
        ShiftPlacesList: {
            items: components["schemas"]["ShiftPlacesView"][];
        };
        ShiftPlacesView: {
            id: string;
            placesLeft: number;
            waiting: number;
        };
        /** @enum {string} */
        ShiftStatus: "open" | "cancelled";
        ShiftWaitBody: {
            /** @description the risk notice was read; needed where the task has one */
            riskAccepted?: boolean;
        };
        ShiftWaitListView: {
            items: components["schemas"]["ShiftWaitView"][];
        };
        /** @enum {string} */
        ShiftWaitStatus: "waiting" | "promoted" | "left" | "expired" | "refused";
        ShiftWaitView: {
            actions: "leave"[];
            claimId: string | null;
            /** Format: date-time */
            endsAt: string;
            id: string;
            /** @description 1 is next; null when no longer waiting */
            position: number | null;
            refusedReason: string | null;
            shiftId: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["ShiftWaitStatus"];
            task: components["schemas"]["ClaimTaskView"];
        };
        /** @enum {string} */
        Skill: "first_aid" | "repair" | "driving" | "teaching" | "calligraphy" | "haircut" | "cooking" | "photography" | "sign_language" | "counselling" | "legal" | "computing";
        StaffAppealView: {
            /** @description empty for the caller's own appeal */
            actions: "decide"[];
            /** @description the no-shows behind the pause */
            bookings: components["schemas"]["BoardBookingView"][];
            centre: components["schemas"]["NamedView"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endsAt: string;
            pauseId: string;
            person: components["schemas"]["AppealPersonView"];
            reason: string;
            /** Format: date-time */
            startsAt: string;
            text: string;
        };
        StaffCentre: {
            divisionCode: string;
            id: string;
            name: string;
        };
        StaffCentreView: {
            address: string;
            /** @description not over yet, by start */
            closures: components["schemas"]["ClosureView"][];
            community: components["schemas"]["DivisionName"];
            /** @description only in a list by nearness */
            distanceMetres: number | null;
            freeVenuesNow: number;
            hours: components["schemas"]["WeekdayHoursView"][];
            /** @example 08:30–21:00 */
            hoursToday: string;
            id: string;
            intro: string;
            /** @description bookings that this edit left outside the hours; they stay */
            keptOutsideHours: number;
            location: components["schemas"]["LocationView"];
            name: string;
            openNow: boolean;
            phone: string;
            services: components["schemas"]["ServiceView"][];
            tags: string[];
            venueCount: number;
            venues: components["schemas"]["VenueCardView"][];
            /** @description send it back with the edit */
            version: number;
        };
        StaffCertificatePageView: {
            items: components["schemas"]["StaffCertificateView"][];
            nextCursor: string | null;
        };
        StaffCertificateView: {
            actions: ("issue" | "decline" | "revoke")[];
            /** @description only its owner is told */
            code: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description why it was declined */
            decidedReason: string | null;
            /** Format: date */
            fromDay: string;
            id: string;
            /** Format: date-time */
            issuedAt: string | null;
            minutes: number;
            /** @description null until it is issued */
            number: string | null;
            purpose: string;
            /** Format: date-time */
            revokedAt: string | null;
            revokeReason: string | null;
            status: components["schemas"]["CertificateStatus"];
            /** @description minutes on it that were taken back since it was issued */
            takenBackMinutes: number;
            /** Format: date */
            toDay: string;
            volunteer: components["schemas"]["HoursVolunteerView"];
        };
        StaffCheckInBody: {
            note?: string;
        };
        StaffClaimView: {
            actions: components["schemas"]["ClaimAction"][];
            answer: string | null;
            /** Format: date-time */
            checkedInAt: string | null;
            checkInMethod: components["schemas"]["CheckInMethod"] | null;
            /** @description metres from the gathering place */
            checkInMetres: number | null;
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            note: string | null;
            /** @description null until the service has ended */
            proposedMinutes: number | null;
            question: string | null;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["ClaimStatus"];
            statusReason: string | null;
            verifiedMinutes: number | null;
            volunteer: components["schemas"]["ClaimVolunteerView"];
        };
        StaffClosureView: {
            /** Format: date-time */
            endsAt: string;
            id: string;
            reason: string;
            /** Format: date-time */
            startsAt: string;
            /** @description null when the whole centre is closed */
            venue: components["schemas"]["NamedView"] | null;
        };
        StaffContext: {
            /** @description Centres in the divisions, those of higher divisions first */
            centres: components["schemas"]["StaffCentre"][];
            divisions: components["schemas"]["StaffDivision"][];
        };
        StaffDivision: {
            division: components["schemas"]["LevelledDivision"];
            permissions: components["schemas"]["Permission"][];
        };
        StaffFinishBody: {
            /** Format: date-time */
            at: string;
            /** @description how staff know */
            note: string;
        };
        StaffHoursItemView: {
            /** @description what the caller may do now */
            actions: ("reverse" | "adjust")[];
            content: string;
            /**
             * Format: date
             * @description day of the service in Shanghai
             */
            day: string;
            division: components["schemas"]["HoursDivisionView"];
            id: string;
            kind: components["schemas"]["HoursKind"];
            /** @description signed: an adjustment may take minutes back */
            minutes: number;
            openObjections: number;
            /**
             * Format: date
             * @description last day of publication
             */
            publicationEndsOn: string | null;
            /** Format: date */
            publicisedOn: string | null;
            /** @description why it was adjusted or reversed */
            reason: string | null;
            /** Format: date-time */
            recordedAt: string | null;
            status: components["schemas"]["HoursStatus"];
            /** @description the level that may decide about it */
            tier: components["schemas"]["HoursTier"];
            volunteer: components["schemas"]["HoursVolunteerView"];
        };
        StaffHoursPageView: {
            items: components["schemas"]["StaffHoursItemView"][];
            nextCursor: string | null;
        };
        StaffObjectionPageView: {
            items: components["schemas"]["StaffObjectionView"][];
            nextCursor: string | null;
        };
        StaffObjectionView: {
            /** @description empty where the caller is concerned */
            actions: "answer"[];
            /** Format: date-time */
            createdAt: string;
            id: string;
            item: components["schemas"]["ObjectedItemView"];
            objector: components["schemas"]["ObjectorView"];
            text: string;
        };
        StaffResidencies: {
            items: components["schemas"]["StaffResidency"][];
            nextCursor: string | null;
        };
        StaffResidency: {
            actions: components["schemas"]["ResidencyAction"][];
            building: string;
            /** @description In full for the resident, masked for staff */
            claimedName: string;
            community: components["schemas"]["DivisionName"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            id: string;
            /** @enum {string|null} */
            method: "roster" | "staff" | null;
            personNickname: string;
            phoneMasked: string | null;
            /** @description Why staff decided so */
            reason: string | null;
            room: string;
            rosterHint: components["schemas"]["RosterHint"];
            status: components["schemas"]["ResidencyStatus"];
        };
        StaffRole: {
            division: components["schemas"]["LevelledDivision"];
            /** Format: date-time */
            grantedAt: string;
            id: string;
            person: components["schemas"]["PersonSummaryView"];
            role: components["schemas"]["Role"];
        };
        StaffRoles: {
            items: components["schemas"]["StaffRole"][];
        };
        StaffShiftView: {
            /** @description of those who hold a place */
            arrived: number;
            capacity: number;
            claimed: number;
            /** Format: date-time */
            endsAt: string;
            id: string;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["ShiftStatus"];
            waiting: number;
        };
        /** @enum {string} */
        StaffTaskAction: "edit" | "publish" | "cancel" | "copy" | "repeat";
        StaffTaskPage: {
            items: components["schemas"]["StaffTaskView"][];
            nextCursor: string | null;
        };
        StaffTaskShiftView: {
            /** @description full, and joining the queue would be taken */
            canWait: boolean;
            capacity: number;
            /** @description under way */
            checkedIn: number;
            claimable: components["schemas"]["ClaimableView"];
            /** @description places that are held, whatever has become of them */
            claimed: number;
            /** Format: date-time */
            closesAt: string;
            /** Format: date-time */
            endsAt: string;
            id: string;
            mine: components["schemas"]["MyShiftView"] | null;
            /** Format: date-time */
            opensAt: string;
            /** @description that a newcomer may take */
            placesLeft: number;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["ShiftStatus"];
            /** @description done and not verified yet */
            submitted: number;
            verified: number;
            /** @description people in the queue */
            waiting: number;
        };
        StaffTaskView: {
            actions: components["schemas"]["StaffTaskAction"][];
            address: string;
            cancelReason: string | null;
            /** @description minutes before the start from which one may check in */
            checkInOpensMinutes: number;
            community: components["schemas"]["DivisionName"];
            contact: components["schemas"]["TaskContactView"];
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["TaskAuthorView"] | null;
            gatherNote: string;
            /** @description how near one must be to check in */
            geofenceMetres: number;
            id: string;
            insuranceNote: string;
            insured: boolean;
            intro: string;
            kind: components["schemas"]["TaskKind"];
            location: components["schemas"]["PlaceView"];
            placeName: string;
            /** Format: date-time */
            publishedAt: string | null;
            /** @description minutes before the start until which a place may be given back freely */
            releaseByMinutes: number;
            requirements: components["schemas"]["RequirementsView"];
            /** @description empty: none */
            riskNotice: string;
            route: components["schemas"]["RouteView"] | null;
            rules: components["schemas"]["ClaimRuleView"][];
            /** @description all of them, by start */
            shifts: components["schemas"]["StaffTaskShiftView"][];
            status: components["schemas"]["TaskStatus"];
            title: string;
            urgency: components["schemas"]["TaskUrgency"];
            /** @description send it back with the edit */
            version: number;
        };
        StaffUnitList: {
            items: components["schemas"]["StaffUnitView"][];
        };
        StaffUnitView: {
            division: components["schemas"]["DivisionName"];
            id: string;
            kind: components["schemas"]["UnitKind"];
            name: string;
        };
        StaffVenueView: {
            bookable: components["schemas"]["BookableView"];
            capacity: number;
            centre: components["schemas"]["VenueCentreView"];
            facilities: string[];
            /** Format: date */
            firstDay: string;
            id: string;
            intro: string;
            /** @description bookings that this edit left outside the hours; they stay */
            keptOutsideHours: number;
            /** Format: date */
            lastDay: string;
            name: string;
            /** @description null: the centre's hours */
            opening: components["schemas"]["WeekdayHoursView"][] | null;
            policy: components["schemas"]["VenuePolicyView"];
            /** @description null for a visitor */
            quota: components["schemas"]["QuotaView"] | null;
            rules: components["schemas"]["RuleTextView"][];
            status: components["schemas"]["VenueStatus"];
            /** @enum {number} */
            unitMinutes: 15 | 30;
            /** @description send it back with the edit */
            version: number;
        };
        StaffVolunteerPage: {
            items: components["schemas"]["StaffVolunteerView"][];
            nextCursor: string | null;
        };
        StaffVolunteerView: {
            community: components["schemas"]["DivisionName"];
            /** @description minutes that are recorded */
            minutes: number;
            /** @example 林** */
            name: string;
            number: string;
            pauses: components["schemas"]["VolunteerPauseView"][];
            personId: string;
            /** @example 138****5678 */
            phoneMasked: string | null;
            status: components["schemas"]["VolunteerStatus"];
            trainings: components["schemas"]["VolunteerTrainingView"][];
            unit: components["schemas"]["UnitName"] | null;
        };
        StarsBody: {
            /** @description hours of each star, ascending */
            hours: number[];
        };
        StarsView: {
            /** @description minutes to the next star, null after the last */
            nextMinutes: number | null;
            /** @description stars earned by recorded minutes */
            stars: number;
            /** @description hours that each star asks for where the person volunteers */
            table: number[];
        };
        StarTableView: {
            /** @description hours of each star, ascending */
            hours: number[];
        };
        StartPatrolBody: {
            /** @description the version of the text on tracks that the volunteer agreed to */
            consentVersion: number;
            coordinateSystem: components["schemas"]["CoordinateSystem"];
            /** @description made up once by each installation */
            device: string;
        };
        StatementItemView: {
            content: string;
            /** Format: date */
            day: string;
            division: components["schemas"]["HoursDivisionView"];
            minutes: number;
        };
        StatementRowView: {
            minutes: number;
            /** @description masked */
            name: string;
            number: string;
            services: number;
        };
        StatementUnitView: {
            id: string;
            name: string;
        };
        StatementView: {
            /** @description all twelve months */
            byMonth: components["schemas"]["MonthMinutesView"][];
            /** @description oldest first */
            items: components["schemas"]["StatementItemView"][];
            /** @description null for who is no volunteer */
            subject: components["schemas"]["HoursVolunteerView"] | null;
            totalMinutes: number;
            year: number;
        };
        SubmissionPageView: {
            items: components["schemas"]["SubmissionView"][];
            nextCursor: string | null;
        };
        SubmissionView: {
            actions: components["schemas"]["ClaimAction"][];
            answer: string | null;
            /** Format: date-time */
            checkedInAt: string | null;
            checkInMethod: components["schemas"]["CheckInMethod"] | null;
            /** @description metres from the gathering place */
            checkInMetres: number | null;
            /** @description the person’s verified minutes of that day so far */
            dayMinutes: number;
            division: components["schemas"]["ClaimDivisionView"];
            /** Format: date-time */
            endsAt: string;
            evidence: components["schemas"]["EvidenceView"] | null;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            /** @description the most that may be verified */
            maxMinutes: number;
            /** @description the viewer may verify the proposed minutes */
            mayVerify: boolean;
            note: string | null;
            /** @description null until the service has ended */
            proposedMinutes: number | null;
            question: string | null;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["ClaimStatus"];
            statusReason: string | null;
            /** Format: date-time */
            submittedAt: string | null;
            task: components["schemas"]["ClaimTaskView"];
            /** @description who must verify the proposed minutes */
            tier: components["schemas"]["HoursTier"];
            verifiedMinutes: number | null;
            volunteer: components["schemas"]["ClaimVolunteerView"];
        };
        SubscriptionResult: {
            /** @enum {string} */
            result: "accept" | "reject" | "ban" | "filter" | "acceptWithAudio" | "acceptWithAlert";
            templateId: string;
        };
        SubscriptionsBody: {
            results: components["schemas"]["SubscriptionResult"][];
        };
        TakeOverBody: {
            /** @description made up once by each installation */
            device: string;
        };
        TaskAuthorView: {
            nickname: string;
        };
        TaskContactView: {
            name: string;
            phone: string;
        };
        TaskForm: {
            address: string;
            checkInOpensMinutes: number;
            contactName: string;
            /** @example 0596-2020001 */
            contactPhone: string;
            gatherNote: string;
            geofenceMetres: number;
            insuranceNote: string;
            insured: boolean;
            intro: string;
            kind: components["schemas"]["TaskKind"];
            location: components["schemas"]["PlaceInput"];
            placeName: string;
            releaseByMinutes: number;
            requirements: components["schemas"]["RequirementsInput"];
            /** @description a task with one must be insured before it is published */
            riskNotice: string;
            /** @description a patrol needs one */
            route: components["schemas"]["RouteInput"] | null;
            shifts: components["schemas"]["ShiftInput"][];
            title: string;
            urgency: components["schemas"]["TaskUrgency"];
        };
        /** @enum {string} */
        TaskKind: "patrol" | "visit" | "clean_up" | "duty_post" | "other";
        TaskShiftView: {
            /** @description full, and joining the queue would be taken */
            canWait: boolean;
            capacity: number;
            claimable: components["schemas"]["ClaimableView"];
            /** Format: date-time */
            closesAt: string;
            /** Format: date-time */
            endsAt: string;
            id: string;
            mine: components["schemas"]["MyShiftView"] | null;
            /** Format: date-time */
            opensAt: string;
            /** @description that a newcomer may take */
            placesLeft: number;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["ShiftStatus"];
            /** @description people in the queue */
            waiting: number;
        };
        /** @enum {string} */
        TaskStatus: "draft" | "published" | "cancelled";
        /** @enum {string} */
        TaskUrgency: "ordinary" | "emergency";
        TaskView: {
            address: string;
            /** @description minutes before the start from which one may check in */
            checkInOpensMinutes: number;
            community: components["schemas"]["DivisionName"];
            contact: components["schemas"]["TaskContactView"];
            gatherNote: string;
            /** @description how near one must be to check in */
            geofenceMetres: number;
            id: string;
            insuranceNote: string;
            insured: boolean;
            intro: string;
            kind: components["schemas"]["TaskKind"];
            location: components["schemas"]["PlaceView"];
            placeName: string;
            /** @description minutes before the start until which a place may be given back freely */
            releaseByMinutes: number;
            requirements: components["schemas"]["RequirementsView"];
            /** @description empty: none */
            riskNotice: string;
            route: components["schemas"]["RouteView"] | null;
            rules: components["schemas"]["ClaimRuleView"][];
            /** @description not over, and the reader’s own; by start */
            shifts: components["schemas"]["TaskShiftView"][];
            status: components["schemas"]["TaskStatus"];
            title: string;
            urgency: components["schemas"]["TaskUrgency"];
        };
        TemplateListView: {
            items: components["schemas"]["TemplateView"][];
        };
        TemplateView: {
            kind: string;
            templateId: string;
            title: string;
        };
        TodoView: {
            pendingAppeals: components["schemas"]["QueueView"];
            pendingBookings: components["schemas"]["QueueView"];
            pendingResidencies: components["schemas"]["QueueView"];
        };
        Tokens: {
            /** Format: date-time */
            accessExpiresAt: string;
            /** @description JWT, fifteen minutes */
            accessToken: string;
            /** @description Good once, for thirty days */
            refreshToken: string;
        };
        /** @enum {string} */
        Training: "patrol" | "first_aid" | "fire_safety" | "elder_care" | "child_care";
        /** @enum {string} */
        UnitKind: "party_branch" | "enterprise" | "school" | "public_body" | "association";
        UnitList: {
            items: components["schemas"]["UnitView"][];
        };
        UnitMinutesView: {
            minutes: number;
            people: number;
            /** @description null: volunteers of no unit */
            unit: components["schemas"]["StatementUnitView"] | null;
        };
        UnitName: {
            id: string;
            name: string;
        };
        /** @enum {string} */
        UnitState: "free" | "taken" | "cleaning" | "mine" | "closed" | "past" | "reserved";
        UnitView: {
            id: string;
            kind: components["schemas"]["UnitKind"];
            name: string;
        };
        UnmaskDto: {
            purpose: string;
        };
        Unmasked: {
            name: string;
            phone: string | null;
        };
        UnreadView: {
            unread: number;
        };
        UpdateCentreDto: {
            address: string;
            /** @description keep the bookings that the new hours leave outside */
            confirmOutsideHours?: boolean;
            /** @description a weekday left out is closed */
            hours: components["schemas"]["WeekdayHoursInput"][];
            intro: string;
            location: components["schemas"]["LocationInput"];
            name: string;
            /** @example 0596-2020001 */
            phone: string;
            services: components["schemas"]["ServiceInput"][];
            tags: string[];
            version: number;
        };
        UpdateMeDto: {
            homeCommunityCode?: string;
            nickname?: string;
        };
        UpdateTaskForm: {
            address: string;
            checkInOpensMinutes: number;
            contactName: string;
            /** @example 0596-2020001 */
            contactPhone: string;
            gatherNote: string;
            geofenceMetres: number;
            insuranceNote: string;
            insured: boolean;
            intro: string;
            kind: components["schemas"]["TaskKind"];
            location: components["schemas"]["PlaceInput"];
            placeName: string;
            releaseByMinutes: number;
            requirements: components["schemas"]["RequirementsInput"];
            /** @description a task with one must be insured before it is published */
            riskNotice: string;
            /** @description a patrol needs one */
            route: components["schemas"]["RouteInput"] | null;
            shifts: components["schemas"]["ShiftInput"][];
            title: string;
            urgency: components["schemas"]["TaskUrgency"];
            version: number;
        };
        UpdateVenueDto: {
            capacity: number;
            /** @description keep the bookings that the new hours leave outside */
            confirmOutsideHours?: boolean;
            facilities: string[];
            intro: string;
            name: string;
            /** @description null: the centre's hours */
            opening: components["schemas"]["WeekdayHoursInput"][] | null;
            policy: components["schemas"]["VenuePolicyInput"];
            status: components["schemas"]["VenueStatus"];
            /** @enum {number} */
            unitMinutes: 15 | 30;
            version: number;
        };
        UpdateVolunteerDto: {
            /** @example 350602002002 */
            communityCode: string;
            emergencyOptIn: boolean;
            /** @description null takes the number away */
            idNumber?: string | null;
            skills: components["schemas"]["Skill"][];
            unitId: string | null;
        };
        VenueCardView: {
            /** @description staff confirm each booking */
            approval: boolean;
            capacity: number;
            centre: components["schemas"]["NamedView"];
            eligibility: components["schemas"]["Audience"];
            facilities: string[];
            /** @description open and unused at this moment */
            freeNow: boolean;
            freeUnitsToday: number;
            id: string;
            name: string;
            /** @description within the next seven days */
            nextFree: components["schemas"]["FreeStretchView"] | null;
            status: components["schemas"]["VenueStatus"];
        };
        VenueCentreView: {
            address: string;
            id: string;
            name: string;
            phone: string;
        };
        VenueDayView: {
            closures: components["schemas"]["ClosureView"][];
            /** Format: date */
            date: string;
            opening: components["schemas"]["MinuteRangeView"][];
            /** @enum {number} */
            unitMinutes: 15 | 30;
            units: components["schemas"]["GridUnitView"][];
            venueId: string;
            /** @description grows with every change of who holds a unit of this venue */
            version: number;
            waitlistCount: number;
        };
        VenuePolicyInput: {
            approval: boolean;
            audience: components["schemas"]["Audience"];
            cancelByMinutes: number;
            checkInOpensMinutes: number;
            cleaningMinutes: number;
            earliestLeadDays: number;
            latestLeadMinutes: number;
            maxMinutes: number;
            minMinutes: number;
            noShowDays: number;
            noShowLimit: number;
            pauseDays: number;
            releaseAfterMinutes: number | null;
            reservedPercent: number;
            reservedUntilHours: number;
            weeklyPerHousehold: number | null;
            weeklyPerPerson: number | null;
        };
        VenuePolicyView: {
            approval: boolean;
            audience: components["schemas"]["Audience"];
            cancelByMinutes: number;
            checkInOpensMinutes: number;
            cleaningMinutes: number;
            earliestLeadDays: number;
            latestLeadMinutes: number;
            maxMinutes: number;
            minMinutes: number;
            noShowDays: number;
            noShowLimit: number;
            pauseDays: number;
            releaseAfterMinutes: number | null;
            reservedPercent: number;
            reservedUntilHours: number;
            weeklyPerHousehold: number | null;
            weeklyPerPerson: number | null;
        };
        /** @enum {string} */
        VenueStatus: "open" | "suspended";
        VenueView: {
            bookable: components["schemas"]["BookableView"];
            capacity: number;
            centre: components["schemas"]["VenueCentreView"];
            facilities: string[];
            /** Format: date */
            firstDay: string;
            id: string;
            intro: string;
            /** Format: date */
            lastDay: string;
            name: string;
            policy: components["schemas"]["VenuePolicyView"];
            /** @description null for a visitor */
            quota: components["schemas"]["QuotaView"] | null;
            rules: components["schemas"]["RuleTextView"][];
            status: components["schemas"]["VenueStatus"];
            /** @enum {number} */
            unitMinutes: 15 | 30;
        };
        VerifyBody: {
            minutes: number;
            /** @description needed when the minutes are not those proposed */
            reason?: string;
        };
        /** @enum {string} */
        VolunteerAction: "edit" | "leave" | "send_guardian_link";
        VolunteeringQueueView: {
            count: number;
            /** Format: date-time */
            oldestAt: string | null;
        };
        VolunteeringTodoView: {
            /** @description a sentence when the days off of the coming year are unknown */
            calendarGap: string | null;
            certificates: components["schemas"]["VolunteeringQueueView"];
            /** @description patrols under way */
            livePatrols: number;
            objections: components["schemas"]["VolunteeringQueueView"];
            submissions: components["schemas"]["VolunteeringQueueView"];
        };
        VolunteerPauseView: {
            division: components["schemas"]["DivisionName"];
            /** Format: date-time */
            endsAt: string;
            id: string;
            reason: string;
            /** Format: date-time */
            startsAt: string;
        };
        /** @enum {string} */
        VolunteerStatus: "awaiting_guardian" | "active" | "left";
        VolunteerTrainingView: {
            code: components["schemas"]["Training"];
            /**
             * Format: date
             * @description the last day it is good for
             */
            expiresOn: string | null;
            name: string;
            /** Format: date */
            passedOn: string;
        };
        VolunteerView: {
            actions: components["schemas"]["VolunteerAction"][];
            /** Format: date */
            birthDay: string;
            community: components["schemas"]["DivisionName"];
            /** @description wants to be told of emergency tasks */
            emergencyOptIn: boolean;
            /** @description null where none was ever needed */
            guardian: components["schemas"]["GuardianView"] | null;
            /** @example 350***********1234 */
            idNumberMasked: string | null;
            /** @example 林** */
            name: string;
            /** @description 12 digits, kept when one leaves and comes back */
            number: string;
            pauses: components["schemas"]["VolunteerPauseView"][];
            /** Format: date-time */
            pledgedAt: string;
            skills: components["schemas"]["Skill"][];
            status: components["schemas"]["VolunteerStatus"];
            trainings: components["schemas"]["VolunteerTrainingView"][];
            unit: components["schemas"]["UnitName"] | null;
        };
        WaitlistListView: {
            items: components["schemas"]["WaitlistView"][];
        };
        /** @enum {string} */
        WaitlistStatus: "waiting" | "promoted" | "expired" | "cancelled" | "refused";
        WaitlistView: {
            actions: "leave"[];
            attendees: number;
            bookingId: string | null;
            centre: components["schemas"]["NamedView"];
            /** Format: date-time */
            endsAt: string;
            id: string;
            /** @description 1 is next; null when no longer waiting */
            position: number | null;
            purpose: string;
            refusedReason: string | null;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["WaitlistStatus"];
            venue: components["schemas"]["NamedView"];
        };
        WeekdayHoursInput: {
            ranges: components["schemas"]["MinuteRangeInput"][];
            weekday: number;
        };
        WeekdayHoursView: {
            ranges: components["schemas"]["MinuteRangeView"][];
            weekday: number;
        };
        WithdrawConsentDto: {
            /** @description also delete the tracks that are stored; for the purpose track only */
            eraseTracks: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listDemoPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoPeople"];
                };
            };
        };
    };
    issueDemoLoginCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoCode"];
                };
            };
        };
    };
    issueDemoPhoneCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoCode"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginAnswer"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    logoutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
        };
    };
    Bookings_book: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
        };
    };
    Bookings_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
        };
    };
    Bookings_calendarLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLinkView"];
                };
            };
        };
    };
    Bookings_calendarEntry: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
        };
    };
    Bookings_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
        };
    };
    Bookings_checkInCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInCodeView"];
                };
            };
        };
    };
    Bookings_invite: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteLinkView"];
                };
            };
        };
    };
    Bookings_leave: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listCentres: {
        parameters: {
            query?: {
                /** @description division code: its subtree and the centres of the divisions above it */
                community?: string;
                cursor?: string;
                limit?: number;
                /** @description latitude,longitude in GCJ-02 */
                near?: string;
                /** @description part of the name, its pinyin or initials */
                q?: string;
                tag?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentrePageView"];
                };
            };
        };
    };
    getCentre: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreView"];
                };
            };
        };
    };
    getCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
        };
    };
    downloadCertificate: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    getCertificateLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadLinkView"];
                };
            };
        };
    };
    checkCertificate: {
        parameters: {
            query: {
                code: string;
                number: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateCheckView"];
                };
            };
        };
    };
    Claims_claim: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimCreated"];
                };
            };
        };
    };
    Claims_getClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
        };
    };
    Claims_answerQuestion: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimAnswerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
        };
    };
    Claims_checkInClaim: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimCheckInBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
        };
    };
    Claims_finishClaim: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimFinishBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
        };
    };
    Patrols_startPatrol: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartPatrolBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolView"];
                };
            };
        };
    };
    Claims_releaseClaim: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
        };
    };
    listDivisions: {
        parameters: {
            query: {
                /** @description Code of the parent, or none for the provinces. */
                parent: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionList"];
                };
            };
        };
    };
    getDivision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionDto"];
                };
            };
        };
    };
    searchDivisions: {
        parameters: {
            query: {
                level?: components["schemas"]["DivisionLevel"];
                /** @description Name, pinyin or its initials, or the first digits of the code. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionList"];
                };
            };
        };
    };
    getGuardianRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianRequestView"];
                };
            };
        };
    };
    consentAsGuardian: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuardianConsentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianRequestView"];
                };
            };
        };
    };
    getHome: {
        parameters: {
            query: {
                /** @description code of a community */
                community: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeView"];
                };
            };
        };
    };
    objectToHours: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionView"];
                };
            };
        };
    };
    listPublishedHours: {
        parameters: {
            query: {
                community: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedHoursPageView"];
                };
            };
        };
    };
    downloadStatementPdf: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    downloadStatementXlsx: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    Bookings_look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteView"];
                };
            };
        };
    };
    Bookings_accept: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    Bookings_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                scope?: "upcoming" | "past";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingPageView"];
                };
            };
        };
    };
    listMyCertificates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateListView"];
                };
            };
        };
    };
    requestCertificate: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestCertificateBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
        };
    };
    Claims_listClaims: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                scope?: "upcoming" | "past";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPageView"];
                };
            };
        };
    };
    listMyConsents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
        };
    };
    grantConsent: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                purpose: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantConsentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentView"];
                };
            };
        };
    };
    withdrawConsent: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                purpose: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawConsentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentView"];
                };
            };
        };
    };
    listMyHours: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyHoursView"];
                };
            };
        };
    };
    getMyHoursItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoursItemDetailView"];
                };
            };
        };
    };
    getMyStatement: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementView"];
                };
            };
        };
    };
    getMyStatementLink: {
        parameters: {
            query: {
                format: "pdf" | "xlsx";
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadLinkView"];
                };
            };
        };
    };
    Claims_nextService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextServiceView"];
                };
            };
        };
    };
    Notices_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePageView"];
                };
            };
        };
    };
    Notices_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNoticesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadView"];
                };
            };
        };
    };
    Pauses_appeal: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseView"];
                };
            };
        };
    };
    bindPhone: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindPhoneDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    listMyResidencies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Residencies"];
                };
            };
        };
    };
    claimResidency: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimResidencyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidencyView"];
                };
            };
        };
    };
    endResidency: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidencyView"];
                };
            };
        };
    };
    Claims_listShiftWaits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftWaitListView"];
                };
            };
        };
    };
    Notices_subscribe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Notices_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateListView"];
                };
            };
        };
    };
    getMyVolunteer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyVolunteer"];
                };
            };
        };
    };
    updateMyVolunteer: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateVolunteerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerView"];
                };
            };
        };
    };
    joinVolunteers: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerView"];
                };
            };
        };
    };
    makeGuardianLink: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianLinkView"];
                };
            };
        };
    };
    leaveVolunteers: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerView"];
                };
            };
        };
    };
    Bookings_waits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistListView"];
                };
            };
        };
    };
    Patrols_patrol: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolView"];
                };
            };
        };
    };
    Patrols_scanCheckpoint: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanCheckpointBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolView"];
                };
            };
        };
    };
    Patrols_finishPatrol: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishPatrolBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolView"];
                };
            };
        };
    };
    Patrols_gpxLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GpxLinkView"];
                };
            };
        };
    };
    Patrols_patrolLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolLineView"];
                };
            };
        };
    };
    Patrols_pausePatrol: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AtBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolView"];
                };
            };
        };
    };
    Patrols_uploadPoints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsAckView"];
                };
            };
        };
    };
    Patrols_resumePatrol: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AtBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolView"];
                };
            };
        };
    };
    Patrols_takeOverPatrol: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOverBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolView"];
                };
            };
        };
    };
    Patrols_trackGpx: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gpx+xml": string;
                };
            };
        };
    };
    listBuildings: {
        parameters: {
            query: {
                community: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceNames"];
                };
            };
        };
    };
    listRooms: {
        parameters: {
            query: {
                building: string;
                community: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceNames"];
                };
            };
        };
    };
    Claims_leaveShiftWait: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftWaitView"];
                };
            };
        };
    };
    listSimilarShifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftCardList"];
                };
            };
        };
    };
    Claims_waitForShift: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftWaitBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftWaitView"];
                };
            };
        };
    };
    listShiftPlaces: {
        parameters: {
            query: {
                /** @description up to 50 ids, separated by commas */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftPlacesList"];
                };
            };
        };
    };
    StaffBookings_approve: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardBookingView"];
                };
            };
        };
    };
    StaffBookings_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardBookingView"];
                };
            };
        };
    };
    StaffBookings_checkInOne: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInOneBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardBookingView"];
                };
            };
        };
    };
    StaffBookings_markNoShow: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardBookingView"];
                };
            };
        };
    };
    StaffBookings_reject: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardBookingView"];
                };
            };
        };
    };
    getStaffCentre: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCentreView"];
                };
            };
        };
    };
    updateCentre: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCentreDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCentreView"];
                };
            };
        };
    };
    StaffBookings_day: {
        parameters: {
            query: {
                date: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardView"];
                };
            };
        };
    };
    StaffBookings_checkIn: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedInView"];
                };
            };
        };
    };
    listClosures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedClosuresView"];
                };
            };
        };
    };
    StaffBookings_close: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureDoneView"];
                };
            };
        };
    };
    previewClosure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewClosureDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosurePreviewView"];
                };
            };
        };
    };
    createVenue: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVenueDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffVenueView"];
                };
            };
        };
    };
    declineCertificate: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCertificateView"];
                };
            };
        };
    };
    issueCertificate: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCertificateBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCertificateView"];
                };
            };
        };
    };
    revokeCertificate: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCertificateView"];
                };
            };
        };
    };
    StaffClaims_submission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionView"];
                };
            };
        };
    };
    StaffClaims_checkInForVolunteer: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffCheckInBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClaimView"];
                };
            };
        };
    };
    StaffClaims_finishForVolunteer: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffFinishBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClaimView"];
                };
            };
        };
    };
    StaffClaims_markClaimNoShow: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClaimView"];
                };
            };
        };
    };
    StaffClaims_queryClaim: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimQuestionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClaimView"];
                };
            };
        };
    };
    StaffClaims_rejectClaim: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClaimView"];
                };
            };
        };
    };
    StaffClaims_verifyClaim: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClaimView"];
                };
            };
        };
    };
    StaffBookings_endClosure: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClosureView"];
                };
            };
        };
    };
    getStaffContext: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffContext"];
                };
            };
        };
    };
    StaffBookings_appeals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealPageView"];
                };
            };
        };
    };
    StaffBookings_approvals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPageView"];
                };
            };
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: unknown;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLog"];
                };
            };
        };
    };
    createCentre: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCentreDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCentreView"];
                };
            };
        };
    };
    listCertificates: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "requested" | "issued" | "declined" | "revoked";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCertificatePageView"];
                };
            };
        };
    };
    listDivisionHours: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                limit?: number;
                /** @description volunteer number, or its beginning */
                q?: string;
                status?: "provisional" | "publicised" | "recorded" | "reversed";
                to?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffHoursPageView"];
                };
            };
        };
    };
    listHoursObjections: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffObjectionPageView"];
                };
            };
        };
    };
    Patrols_livePatrols: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivePatrolListView"];
                };
            };
        };
    };
    listStaffResidencies: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: components["schemas"]["ResidencyStatus"];
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffResidencies"];
                };
            };
        };
    };
    listStaffRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoles"];
                };
            };
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRoleDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRole"];
                };
            };
        };
    };
    getStars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StarTableView"];
                };
            };
        };
    };
    saveStars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StarsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StarTableView"];
                };
            };
        };
    };
    getDivisionStatementLink: {
        parameters: {
            query: {
                format: "pdf" | "xlsx";
                /** @description of one unit only */
                unit?: string;
                year: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadLinkView"];
                };
            };
        };
    };
    getDivisionStatement: {
        parameters: {
            query: {
                /** @description of one unit only */
                unit?: string;
                year: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionStatementView"];
                };
            };
        };
    };
    StaffClaims_submissions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionPageView"];
                };
            };
        };
    };
    listStaffTasks: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description tasks that are not over before this day */
                from?: string;
                limit?: number;
                status?: components["schemas"]["TaskStatus"];
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTaskPage"];
                };
            };
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTaskView"];
                };
            };
        };
    };
    getTodo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoView"];
                };
            };
        };
    };
    listStaffUnits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitList"];
                };
            };
        };
    };
    createUnit: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUnitDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitView"];
                };
            };
        };
    };
    getVolunteeringTodo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteeringTodoView"];
                };
            };
        };
    };
    listVolunteers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a volunteer’s whole number, or the phone they bound */
                q?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffVolunteerPage"];
                };
            };
        };
    };
    adjustHours: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustBody"];
            };
        };
        responses: {
            /** @description the adjustment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoursItemView"];
                };
            };
        };
    };
    reverseHours: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoursItemView"];
                };
            };
        };
    };
    answerHoursObjection: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerObjectionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionView"];
                };
            };
        };
    };
    StaffBookings_decide: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAppealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseView"];
                };
            };
        };
    };
    approveResidency: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideResidencyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffResidency"];
                };
            };
        };
    };
    rejectResidency: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideResidencyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffResidency"];
                };
            };
        };
    };
    unmaskResidency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmaskDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unmasked"];
                };
            };
        };
    };
    revokeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    cancelShift: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTaskView"];
                };
            };
        };
    };
    StaffClaims_shiftCode: {
        parameters: {
            query?: {
                /** @description number of a checkpoint of the route */
                checkpoint?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftCodeView"];
                };
            };
        };
    };
    StaffClaims_shiftClaims: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftClaimsView"];
                };
            };
        };
    };
    getStaffTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTaskView"];
                };
            };
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTaskForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTaskView"];
                };
            };
        };
    };
    cancelTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTaskView"];
                };
            };
        };
    };
    copyTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyTaskDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTaskView"];
                };
            };
        };
    };
    publishTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTaskView"];
                };
            };
        };
    };
    repeatTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepeatTaskDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTaskView"];
                };
            };
        };
    };
    getStaffVenue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffVenueView"];
                };
            };
        };
    };
    updateVenue: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateVenueDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffVenueView"];
                };
            };
        };
    };
    StaffBookings_book: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskBookBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardBookingView"];
                };
            };
        };
    };
    liftVolunteerPause: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffVolunteerView"];
                };
            };
        };
    };
    recordGuardianConsent: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuardianConsentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffVolunteerView"];
                };
            };
        };
    };
    pauseVolunteer: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseVolunteerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffVolunteerView"];
                };
            };
        };
    };
    recordTraining: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordTrainingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffVolunteerView"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description its tasks and those of its street, district and city */
                community?: string;
                cursor?: string;
                /** @description shifts that start on this day */
                day?: string;
                kind?: components["schemas"]["TaskKind"];
                limit?: number;
                /** @description latitude,longitude in GCJ-02 */
                near?: string;
                /** @description only what can be claimed at this moment */
                open?: "1";
                /** @description part of the title or of the place */
                q?: string;
                urgency?: components["schemas"]["TaskUrgency"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftCardPage"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query: {
                community: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitList"];
                };
            };
        };
    };
    getVenue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenueView"];
                };
            };
        };
    };
    listVenueDays: {
        parameters: {
            query?: {
                count?: number;
                /** @description today when left out */
                from?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DaySummaryListView"];
                };
            };
        };
    };
    getVenueDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenueDayView"];
                };
            };
        };
    };
    getPledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeView"];
                };
            };
        };
    };
    Bookings_wait: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistView"];
                };
            };
        };
    };
    Bookings_leaveWaitlist: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistView"];
                };
            };
        };
    };
}
