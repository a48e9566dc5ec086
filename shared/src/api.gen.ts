// Generated from the BFF by `npm run api:generate`. Do not edit.
export interface paths {
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file itself */
        get: operations["downloadAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/v1/cases/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask another person to judge, once, within 15 days */
        post: operations["appealCase"];
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
    "/api/v1/follow-ups/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Outcomes_rateFollowUp"];
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
    "/api/v1/halls/{community}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hall of a community */
        get: operations["getHall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/halls/{community}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Outcomes_listPromises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/halls/{community}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics of a community, newest first */
        get: operations["listHallTopics"];
        put?: never;
        post?: never;
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
    "/api/v1/me/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own texts that wait for a person or were hidden */
        get: operations["listMyCases"];
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
    "/api/v1/me/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Merges that wait for the own answer */
        get: operations["listMyMerges"];
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
    "/api/v1/me/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller wrote, newest first */
        get: operations["listMyOpinions"];
        put?: never;
        post?: never;
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
    "/api/v1/me/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own topics in every status, newest first */
        get: operations["listMyTopics"];
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
    "/api/v1/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Meetings_getMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Meetings_signInToMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opinions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A new version of an own opinion; old ones stay readable */
        put: operations["editOpinion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opinions/{id}/reaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree, disagree, pass, or take it back */
        put: operations["reactToOpinion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opinions/{id}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of an opinion, oldest first */
        get: operations["listOpinionTexts"];
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
    "/api/v1/records/roots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The daily roots over all records, latest first */
        get: operations["listRecordRoots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a text to the moderators */
        post: operations["report"];
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
    "/api/v1/rule-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rolls_listRulePacks"];
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
    "/api/v1/staff/assisted/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffVoting_confirmAssisted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/assisted/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffVoting_refuseAssisted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/attachments/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to a file that is for staff */
        get: operations["getAttachmentLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/attendees/{id}/confirm-on-paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffMeetings_confirmMinutesOnPaper"];
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
    "/api/v1/staff/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case with everything needed to decide it */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a case for half an hour */
        post: operations["claimCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide the text behind a stub, or keep it */
        post: operations["decideCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/decide-appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an appeal; not by who decided before */
        post: operations["decideAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a case back */
        post: operations["releaseCase"];
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
    "/api/v1/staff/divisions/{code}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a photo or a PDF of at most 10 MB */
        post: operations["uploadAttachment"];
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
    "/api/v1/staff/divisions/{code}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases of a division; what waits is oldest first */
        get: operations["listCases"];
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
    "/api/v1/staff/divisions/{code}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffOutcomes_listDivisionFollowUps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/hall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of a hall */
        get: operations["getHallSettings"];
        /** How many must endorse a topic from now on */
        put: operations["updateHallSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/hall-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HallRoles_listHallRoles"];
        put?: never;
        post: operations["HallRoles_grantHallRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/hall-roles/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["HallRoles_removeHallRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/halls-todo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for staff in the halls of a division */
        get: operations["getHallsTodo"];
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
    "/api/v1/staff/divisions/{code}/owners-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OwnersImports_listOwnersImports"];
        put?: never;
        post: operations["OwnersImports_importOwners"];
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
    "/api/v1/staff/divisions/{code}/topic-objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffOutcomes_listWaitingTopicObjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/divisions/{code}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics of a division with what each allows now */
        get: operations["listStaffTopics"];
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
    "/api/v1/staff/follow-ups/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffOutcomes_finishFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/follow-ups/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffOutcomes_dropFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/follow-ups/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffOutcomes_tellFollowUpProgress"];
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
    "/api/v1/staff/meetings/{id}/attendees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffMeetings_addAttendee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/meetings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffMeetings_cancelMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/meetings/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffMeetings_closeMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/meetings/{id}/sign-in-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffMeetings_getMeetingCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/meetings/{id}/speeches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffMeetings_addSpeech"];
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
    "/api/v1/staff/topic-objections/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffOutcomes_answerTopicObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A topic with the acts of staff */
        get: operations["getStaffTopic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/acts/{act}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carry a topic along its path */
        post: operations["actOnTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/announce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rolls_announceTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/assisted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffVoting_listAssisted"];
        put?: never;
        post: operations["StaffVoting_enterAssisted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/counting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StaffVoting_getCounting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deletes a text by law; the record still proves */
        post: operations["eraseFromRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffOutcomes_createFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffMeetings_callMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["StaffMeetings_writeMinutes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/minutes/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffMeetings_sendMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/recount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StaffVoting_recountBallots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rolls_listRollMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/topics/{id}/roll-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rolls_previewRoll"];
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
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new draft of a verified resident */
        post: operations["createTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A topic, where it stands and what can be done now */
        get: operations["getTopic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/ask-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the street to look at a declined topic again */
        post: operations["askTopicReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Voting_castBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/endorse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Endorse the version that was read */
        post: operations["endorseTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Outcomes_listFollowUps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Meetings_listMeetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/merge-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether the own endorsement moves to the other topic */
        post: operations["answerMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Meetings_getMinutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/minutes/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Meetings_confirmMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Outcomes_listTopicObjections"];
        put?: never;
        post: operations["Outcomes_objectToTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One level of what was said on a topic */
        get: operations["listOpinions"];
        put?: never;
        /** Say something; status held means a person looks first */
        post: operations["postOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/participation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Voting_getParticipation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/receipts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Voting_checkReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record of a topic, newest first */
        get: operations["getTopicRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/record.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record as a file that anyone can prove */
        get: operations["exportTopicRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rolls_getRoll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a draft, or what was returned */
        post: operations["submitTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A new version; endorsements stay with the one before */
        put: operations["editTopic"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the text, newest first */
        get: operations["listTopicTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/unendorse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the own endorsement back */
        post: operations["unendorseTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Voting_getVote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a topic back before it is announced */
        post: operations["withdrawTopic"];
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
        AnnounceBody: {
            /** @description only these buildings; left out: all */
            buildings?: string[];
            deliberationDays?: number;
            /** @description of the preview that was looked at, in hex */
            hash: string;
            noticeDays?: number;
            /** @description the import whose owners vote, for the source `owners` */
            ownersImportId?: string;
            packCode: string;
            secret: boolean;
            source: components["schemas"]["RollSource"];
            votingDays?: number;
        };
        AnswerObjectionBody: {
            answer: string;
            /** @enum {string} */
            decision: "upheld" | "dismissed";
        };
        AnswerTopicObjectionBody: {
            answer: string;
            decision: components["schemas"]["TopicObjectionDecision"];
        };
        AppealBody: {
            text: string;
        };
        /** @enum {string} */
        AppealDecision: "uphold" | "overturn";
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
        AskReviewDto: {
            text: string;
        };
        AssistedBody: {
            channel: components["schemas"]["AssistedChannel"];
            choice?: components["schemas"]["BallotChoice"];
            kind: components["schemas"]["AssistedKind"];
            /** @description of a ballot: number of the vote on the roll */
            member?: number;
            /** @description photo of the paper, or of the note of the call */
            photoId: string;
            role?: components["schemas"]["SpeakerRole"];
            speakerName?: string;
            /** @description of an opinion */
            stance?: components["schemas"]["Stance"];
            text?: string;
        };
        /** @enum {string} */
        AssistedChannel: "phone" | "paper";
        AssistedContentView: {
            choice?: components["schemas"]["BallotChoice"];
            role?: components["schemas"]["SpeakerRole"];
            speakerName?: string;
            stance?: components["schemas"]["Stance"];
            text?: string;
        };
        /** @enum {string} */
        AssistedKind: "ballot" | "opinion";
        AssistedPageView: {
            items: components["schemas"]["AssistedView"][];
            nextCursor: string | null;
        };
        AssistedPersonView: {
            /** @description the caller */
            me: boolean;
            nickname: string;
        };
        /** @enum {string} */
        AssistedStatus: "waiting" | "confirmed" | "refused";
        AssistedView: {
            actions: ("confirm" | "refuse")[];
            channel: components["schemas"]["AssistedChannel"];
            content: components["schemas"]["AssistedContentView"] | null;
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: components["schemas"]["AssistedPersonView"] | null;
            /** Format: date-time */
            enteredAt: string;
            enteredBy: components["schemas"]["AssistedPersonView"];
            id: string;
            kind: components["schemas"]["AssistedKind"];
            /** @description who that vote belongs to */
            label: string | null;
            member: number | null;
            photo: components["schemas"]["AttachmentView"];
            /** @description of an open ballot, in the answer to its confirmation only: to be handed to the voter */
            receipt: string | null;
            refuseReason: string | null;
            status: components["schemas"]["AssistedStatus"];
        };
        AtBody: {
            /** Format: date-time */
            at: string;
        };
        AttachmentLinkView: {
            path: string;
        };
        /** @enum {string} */
        AttachmentMime: "image/jpeg" | "application/pdf";
        AttachmentView: {
            /** @description bytes */
            bytes: number;
            /** @description pixels; null of a document */
            height: number | null;
            id: string;
            mime: components["schemas"]["AttachmentMime"];
            /** @description where everybody can fetch it; null when it is for staff, who ask for a link */
            path: string | null;
            /** @description hex SHA-256 of the bytes as they are kept */
            sha256: string;
            /** @description pixels; null of a document */
            width: number | null;
        };
        AttendeeBody: {
            name: string;
            role: components["schemas"]["SpeakerRole"];
        };
        AttendeeView: {
            id: string;
            method: components["schemas"]["SignInMethod"];
            name: string;
            role: components["schemas"]["SpeakerRole"];
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
        BallotBody: {
            choice: components["schemas"]["BallotChoice"];
            /** @description number of the vote on the roll */
            member: number;
            /** @description hex hash of the text that was read */
            textHash: string;
        };
        BallotCastView: {
            /** @description it replaces an earlier open ballot */
            changed: boolean;
            member: number;
            /** @description null for a secret ballot */
            receipt: string | null;
        };
        /** @enum {string} */
        BallotChoice: "for" | "against" | "abstain";
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
        BuildingShareView: {
            /** @description hundredths of a square metre */
            area: components["schemas"]["ShareView"] | null;
            building: string;
            heads: components["schemas"]["ShareView"];
        };
        CalendarLinkView: {
            path: string;
        };
        CallMeetingBody: {
            agenda: string;
            /** Format: date-time */
            endsAt: string;
            place: string;
            /** Format: date-time */
            startsAt: string;
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
        /** @enum {string} */
        CaseAction: "claim" | "release" | "hide" | "keep" | "uphold" | "overturn";
        CaseAppealBody: {
            /** @description characters people see */
            text: string;
        };
        CaseAuthorView: {
            nickname: string;
        };
        CaseCardView: {
            appeal: string | null;
            appealDecision: components["schemas"]["AppealDecision"] | null;
            /** Format: date-time */
            appealedAt: string | null;
            appealWords: string | null;
            claimedBy: components["schemas"]["CaseClaimView"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            decision: components["schemas"]["CaseDecision"] | null;
            id: string;
            reason: components["schemas"]["HideReason"] | null;
            reportCount: number;
            source: components["schemas"]["CaseSource"];
            status: components["schemas"]["CaseStatus"];
            subject: components["schemas"]["CaseSubjectView"];
            topic: components["schemas"]["CaseTopicView"];
            /** @description WeChat's word: review, risky, unknown */
            verdict: string | null;
            words: string | null;
        };
        CaseClaimView: {
            /** @description the caller has it */
            me: boolean;
            nickname: string;
        };
        /** @enum {string} */
        CaseDecision: "hide" | "keep";
        CasePageView: {
            items: components["schemas"]["CaseCardView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        CaseQueue: "open" | "mine" | "appeals" | "decided";
        CaseReportView: {
            /** Format: date-time */
            at: string;
            reason: components["schemas"]["HideReason"];
            text: string;
            word: string;
        };
        /** @enum {string} */
        CaseSource: "check" | "report" | "import";
        /** @enum {string} */
        CaseStatus: "open" | "claimed" | "decided" | "appealed" | "closed";
        /** @enum {string} */
        CaseSubjectKind: "opinion" | "topic" | "objection";
        CaseSubjectRefView: {
            id: string;
            kind: components["schemas"]["CaseSubjectKind"];
        };
        CaseSubjectView: {
            author: components["schemas"]["CaseAuthorView"] | null;
            /** Format: date-time */
            createdAt: string | null;
            id: string;
            kind: components["schemas"]["CaseSubjectKind"];
            /** @description the version that is meant */
            no: number;
            /** @description null when erased */
            text: string | null;
        };
        CaseTopicView: {
            id: string;
            title: string;
        };
        CaseView: {
            actions: components["schemas"]["CaseAction"][];
            appeal: string | null;
            appealDecision: components["schemas"]["AppealDecision"] | null;
            /** Format: date-time */
            appealedAt: string | null;
            appealWords: string | null;
            claimedBy: components["schemas"]["CaseClaimView"] | null;
            /** @description why this caller may not judge it */
            conflict: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            decision: components["schemas"]["CaseDecision"] | null;
            id: string;
            reason: components["schemas"]["HideReason"] | null;
            reportCount: number;
            reports: components["schemas"]["CaseReportView"][];
            source: components["schemas"]["CaseSource"];
            status: components["schemas"]["CaseStatus"];
            subject: components["schemas"]["CaseSubjectView"];
            topic: components["schemas"]["CaseTopicView"];
            /** @description WeChat's word: review, risky, unknown */
            verdict: string | null;
            words: string | null;
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
        ChoiceSumsView: {
            abstain: number;
            against: number;
            for: number;
        };
        CiteBody: {
            id: string;
            kind: components["schemas"]["CiteKind"];
        };
        /** @enum {string} */
        CiteKind: "speech" | "opinion";
        CiteView: {
            id: string;
            kind: components["schemas"]["CiteKind"];
            /** @description who said it, where */
            label: string;
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
        ConfirmAssistedBody: {
            choice?: components["schemas"]["BallotChoice"];
            stance?: components["schemas"]["Stance"];
            text?: string;
        };
        ConfirmMinutesBody: {
            agrees: boolean;
            comment?: string;
            /** @description version that was read */
            no: number;
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
        /** @enum {string} */
        CountingAction: "assisted" | "extend_voting" | "count" | "recount";
        CountingView: {
            actions: components["schemas"]["CountingAction"][];
            /** @description assisted entries that wait for their second reader */
            assistedWaiting: number;
            counted: boolean;
            participation: components["schemas"]["ParticipationView"];
            /** @description null before the count, and of a large box, for which a recount is asked for */
            recount: components["schemas"]["RecountStateView"] | null;
            tally: components["schemas"]["TallyView"] | null;
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
        CreateTopicDto: {
            body: string;
            /** @example 350602002002 */
            communityCode: string;
            title: string;
            track: components["schemas"]["TopicTrack"];
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
        DailyRootPageView: {
            items: components["schemas"]["DailyRootView"][];
            nextCursor: string | null;
        };
        DailyRootView: {
            /** Format: date */
            day: string;
            /** @description records under it */
            leaves: number;
            /** @description hex SHA-256 */
            root: string;
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
        DecideCaseAppealBody: {
            decision: components["schemas"]["AppealDecision"];
            /** @description public, and the author reads it */
            words: string;
        };
        DecideCaseBody: {
            decision: components["schemas"]["CaseDecision"];
            /** @description needed to hide */
            reason?: components["schemas"]["HideReason"];
            /** @description public, and the author reads it */
            words?: string;
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
        EditOpinionBody: {
            /** @description characters people see */
            text: string;
            /** @description the version that was seen */
            textNo: number;
        };
        EditTopicDto: {
            body: string;
            /** @description the version that was read */
            no: number;
            title: string;
        };
        EmptyBody: Record<string, never>;
        EndorseDto: {
            /** @description the version that was read */
            textNo: number;
        };
        EndorsementsView: {
            count: number;
            needed: number;
        };
        /** @enum {string} */
        ErasableKind: "opinion" | "speech" | "objection" | "text";
        ErasureBody: {
            /** @description stands on the record for good */
            legalBasis: string;
            subject: components["schemas"]["ErasureSubject"];
        };
        ErasureSubject: {
            /** @description its public id; of a text the topic */
            id: string;
            kind: components["schemas"]["ErasableKind"];
            /** @description of a text its version */
            no?: number;
        };
        ErasureView: {
            /** @description texts of the record that are gone */
            erased: number;
            record: components["schemas"]["RecordHeadView"];
        };
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
        FollowUpBody: {
            /** Format: date */
            dueOn: string;
            /** @description the unit that answers for it */
            responsible: string;
            title: string;
        };
        FollowUpListView: {
            items: components["schemas"]["FollowUpView"][];
        };
        FollowUpRatingView: {
            /** @description stars, one decimal */
            average: number | null;
            count: number;
            /** @description stars of the caller */
            mine: number | null;
        };
        /** @enum {string} */
        FollowUpStatus: "open" | "done" | "dropped";
        FollowUpView: {
            actions: "rate"[];
            /** Format: date */
            doneOn: string | null;
            dropReason: string | null;
            /** Format: date */
            dueOn: string;
            id: string;
            progress: components["schemas"]["ProgressView"][];
            rating: components["schemas"]["FollowUpRatingView"];
            responsible: string;
            state: components["schemas"]["PromiseState"];
            status: components["schemas"]["FollowUpStatus"];
            title: string;
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
        GrantHallRoleBody: {
            phone: string;
            role: components["schemas"]["HallRole"];
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
        /** @enum {string} */
        HallChannel: "app" | "phone" | "paper";
        HallDivisionView: {
            code: string;
            name: string;
        };
        HallQueueView: {
            count: number;
            /** Format: date-time */
            oldestAt: string | null;
        };
        /** @enum {string} */
        HallRole: "representative" | "committee" | "owners_committee" | "property" | "staff";
        HallRolesView: {
            items: components["schemas"]["HallRoleView"][];
        };
        HallRoleView: {
            /** Format: date-time */
            grantedAt: string;
            nickname: string;
            personId: string;
            phoneMasked: string | null;
            role: components["schemas"]["HallRole"];
        };
        HallSettingsDto: {
            endorseThreshold: number;
        };
        HallSettingsView: {
            endorseThreshold: number;
        };
        HallsTodoView: {
            assisted: components["schemas"]["HallQueueView"];
            cases: components["schemas"]["HallQueueView"];
            followUps: components["schemas"]["HallQueueView"];
            late: components["schemas"]["HallQueueView"];
            objections: components["schemas"]["HallQueueView"];
            review: components["schemas"]["HallQueueView"];
        };
        HallTopicsView: {
            /** @description decided, and effective or beyond */
            decided: number;
            open: number;
        };
        HallView: {
            division: components["schemas"]["HallDivisionView"];
            endorseThreshold: number;
            lateTopics: number;
            promises: components["schemas"]["PromisesView"];
            topics: components["schemas"]["HallTopicsView"];
        };
        HiddenView: {
            caseId: string | null;
            reason: components["schemas"]["HideReason"];
            word: string;
        };
        /** @enum {string} */
        HideReason: "abuse" | "privacy" | "false" | "advert" | "off_topic" | "illegal" | "duplicate" | "other";
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
        LateView: {
            /** Format: date-time */
            dueAt: string;
            kind: components["schemas"]["TopicClockKind"];
            word: string;
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
        MeetingCodeView: {
            /** Format: date-time */
            expiresAt: string;
            manualCode: string;
            qr: string;
            /** Format: date-time */
            serverTime: string;
        };
        MeetingListView: {
            items: components["schemas"]["MeetingView"][];
        };
        MeetingPageView: {
            agenda: string;
            attendees: components["schemas"]["AttendeeView"][];
            /** Format: date-time */
            endsAt: string;
            id: string;
            place: string;
            /** @description null for a visitor */
            signedIn: boolean | null;
            speeches: components["schemas"]["SpeechView"][];
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["MeetingStatus"];
            topic: components["schemas"]["MeetingTopicView"];
        };
        /** @enum {string} */
        MeetingStatus: "called" | "open" | "closed" | "cancelled";
        MeetingTopicView: {
            id: string;
            title: string;
        };
        MeetingView: {
            agenda: string;
            attendees: number;
            /** Format: date-time */
            endsAt: string;
            id: string;
            place: string;
            /** @description null for a visitor */
            signedIn: boolean | null;
            speeches: number;
            /** Format: date-time */
            startsAt: string;
            status: components["schemas"]["MeetingStatus"];
        };
        MembershipView: {
            capacity: components["schemas"]["VoterCapacity"];
            /** @description SHA-256 of salt and label, hex; as it stands on the record */
            commitment: string;
            label: string;
            no: number;
            /** @description hex */
            salt: string;
        };
        MergeConsentDto: {
            agrees: boolean;
        };
        MergeList: {
            items: components["schemas"]["MergeView"][];
        };
        MergeView: {
            /** Format: date-time */
            askedAt: string;
            target: components["schemas"]["TopicLinkView"];
            topic: components["schemas"]["TopicLinkView"];
        };
        MinuteRangeInput: {
            closeMinute: number;
            openMinute: number;
        };
        MinuteRangeView: {
            closeMinute: number;
            openMinute: number;
        };
        MinutesBody: {
            minority: components["schemas"]["SentenceBody"][];
            /** @description version that was seen; 0 when there is none */
            no: number;
            sentences: components["schemas"]["SentenceBody"][];
        };
        MinutesConfirmationView: {
            agrees: boolean | null;
            attendeeId: string;
            comment: string | null;
            /** @enum {string|null} */
            method: "app" | "paper" | null;
            name: string;
        };
        /** @enum {string} */
        MinutesStatus: "draft" | "confirming" | "confirmed";
        MinutesView: {
            confirmations: components["schemas"]["MinutesConfirmationView"][];
            /** Format: date-time */
            confirmUntil: string | null;
            /** @enum {string|null} */
            mine: "waiting" | "answered" | null;
            /** @description minority views */
            minority: components["schemas"]["SentenceView"][];
            no: number;
            sentences: components["schemas"]["SentenceView"][];
            status: components["schemas"]["MinutesStatus"];
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
        MyCasePageView: {
            items: components["schemas"]["MyCaseView"][];
            nextCursor: string | null;
        };
        MyCaseView: {
            actions: "appeal"[];
            appeal: string | null;
            appealDecision: components["schemas"]["AppealDecision"] | null;
            appealWords: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            decision: components["schemas"]["CaseDecision"] | null;
            id: string;
            reasonWord: string | null;
            status: components["schemas"]["CaseStatus"];
            subject: components["schemas"]["CaseSubjectRefView"];
            text: string | null;
            topic: components["schemas"]["CaseTopicView"];
            words: string | null;
        };
        MyHoursView: {
            balance: components["schemas"]["HoursBalanceView"];
            items: components["schemas"]["HoursItemView"][];
            nextCursor: string | null;
            stars: components["schemas"]["StarsView"];
        };
        MyOpinionPageView: {
            items: components["schemas"]["MyOpinionView"][];
            nextCursor: string | null;
        };
        MyOpinionView: {
            actions: components["schemas"]["OpinionAction"][];
            agree: number;
            author: components["schemas"]["OpinionAuthorView"] | null;
            channel: components["schemas"]["HallChannel"];
            /** Format: date-time */
            createdAt: string;
            disagree: number;
            /** Format: date-time */
            editedAt: string | null;
            hidden: components["schemas"]["HiddenView"] | null;
            id: string;
            mine: components["schemas"]["OwnOpinionView"] | null;
            parentId: string | null;
            pass: number;
            /** @description the author's newer text waits for a person; only the author is told */
            pending: boolean;
            replies: number;
            stance: components["schemas"]["Stance"];
            /** @description held: only its author sees it */
            status: components["schemas"]["OpinionStatus"];
            text: string | null;
            /** @description the version in force */
            textNo: number;
            topic: components["schemas"]["OpinionTopicView"];
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
        NewOpinionBody: {
            /** @description an opinion of the first level that this one replies to */
            parentId?: string;
            stance: components["schemas"]["Stance"];
            /** @description characters people see */
            text: string;
        };
        NewOwnersImportView: {
            area: number;
            /** Format: date-time */
            createdAt: string;
            fileName: string;
            flats: number;
            id: string;
            notes: string[];
            /** @description votes: co-owners of the same flats are one */
            owners: number;
        };
        NextServiceView: {
            claim: components["schemas"]["ClaimCard"] | null;
        };
        NicknameView: {
            nickname: string;
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
        /** @enum {string} */
        OpinionAction: "edit" | "react" | "reply" | "report" | "appeal";
        OpinionAuthorView: {
            nickname: string;
            role: components["schemas"]["SpeakerRole"];
            roleWord: string;
        };
        OpinionPageView: {
            items: components["schemas"]["OpinionView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        OpinionSort: "newest" | "agreed" | "contested";
        /**
         * @description held: only its author sees it
         * @enum {string}
         */
        OpinionStatus: "visible" | "hidden" | "erased" | "held";
        OpinionTextsView: {
            items: components["schemas"]["OpinionTextView"][];
        };
        OpinionTextView: {
            /** Format: date-time */
            createdAt: string;
            /** @description waits for a person; only its author sees it */
            held: boolean;
            no: number;
            /** @description null when hidden or erased */
            text: string | null;
        };
        OpinionTopicView: {
            id: string;
            status: components["schemas"]["TopicStatus"];
            title: string;
        };
        OpinionView: {
            actions: components["schemas"]["OpinionAction"][];
            agree: number;
            author: components["schemas"]["OpinionAuthorView"] | null;
            channel: components["schemas"]["HallChannel"];
            /** Format: date-time */
            createdAt: string;
            disagree: number;
            /** Format: date-time */
            editedAt: string | null;
            hidden: components["schemas"]["HiddenView"] | null;
            id: string;
            mine: components["schemas"]["OwnOpinionView"] | null;
            parentId: string | null;
            pass: number;
            /** @description the author's newer text waits for a person; only the author is told */
            pending: boolean;
            replies: number;
            stance: components["schemas"]["Stance"];
            /** @description held: only its author sees it */
            status: components["schemas"]["OpinionStatus"];
            text: string | null;
            /** @description the version in force */
            textNo: number;
        };
        OutcomeAuthorView: {
            nickname: string;
        };
        OutcomeTopicView: {
            id: string;
            title: string;
        };
        OwnersImportPageView: {
            items: components["schemas"]["OwnersImportView"][];
            nextCursor: string | null;
        };
        OwnersImportView: {
            area: number;
            /** Format: date-time */
            createdAt: string;
            fileName: string;
            flats: number;
            id: string;
            /** @description votes: co-owners of the same flats are one */
            owners: number;
        };
        OwnOpinionView: {
            /** @description the caller wrote it */
            own: boolean;
            /** @enum {number|null} */
            reaction: -1 | 0 | 1 | null;
        };
        PaperConfirmationBody: {
            agrees: boolean;
            comment?: string;
            /** @description attachment: a photo of the signed paper */
            photoId: string;
        };
        ParticipatedView: {
            /** @description hundredths of a square metre */
            area: number | null;
            heads: number;
        };
        ParticipationView: {
            /** @description hundredths of a square metre */
            area: components["schemas"]["ShareStateView"] | null;
            buildings: components["schemas"]["BuildingShareView"][];
            heads: components["schemas"]["ShareStateView"];
            sentences: string[];
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
        ProgressBody: {
            photoIds: string[];
            text: string;
        };
        ProgressView: {
            /** Format: date-time */
            at: string;
            photos: components["schemas"]["AttachmentView"][];
            text: string;
        };
        PromisePageView: {
            items: components["schemas"]["PromiseView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        PromiseState: "on_time" | "kept" | "late" | "broken";
        PromisesView: {
            broken: number;
            kept: number;
            late: number;
            onTime: number;
        };
        PromiseView: {
            actions: "rate"[];
            /** Format: date */
            doneOn: string | null;
            dropReason: string | null;
            /** Format: date */
            dueOn: string;
            id: string;
            progress: components["schemas"]["ProgressView"][];
            rating: components["schemas"]["FollowUpRatingView"];
            responsible: string;
            state: components["schemas"]["PromiseState"];
            status: components["schemas"]["FollowUpStatus"];
            title: string;
            topic: components["schemas"]["OutcomeTopicView"];
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
        RateBody: {
            comment?: string;
            stars: number;
        };
        ReactionBody: {
            /**
             * @description 1 agree, -1 disagree, 0 pass, null takes it back
             * @enum {number|null}
             */
            value: -1 | 0 | 1 | null;
        };
        ReactionCounts: {
            agree: number;
            disagree: number;
            /** @enum {number|null} */
            mine: -1 | 0 | 1 | null;
            pass: number;
        };
        ReadNoticesBody: {
            ids?: string[];
        };
        ReasonBody: {
            reason: string;
        };
        ReceiptView: {
            channel: components["schemas"]["HallChannel"];
            choice: components["schemas"]["BallotChoice"];
            /** @description it is the last one of its vote */
            counted: boolean;
            /** @enum {boolean} */
            found: true;
        };
        RecordActorView: {
            /** @description the same for the same person within this topic, and in no other; null for no person */
            ref: string | null;
            role: string;
            roleWord: string;
        };
        RecordHeadView: {
            /** @description hex SHA-256 of the last entry */
            hash: string;
            /** @description number of the last entry; 0 when there is none */
            seq: number;
        };
        RecordItemView: {
            act: string;
            actor: components["schemas"]["RecordActorView"];
            /** Format: date-time */
            at: string;
            /** @description hex SHA-256 */
            hash: string;
            seq: number;
            /** @description '' when the act says it all */
            summary: string;
            texts: components["schemas"]["RecordTextView"][];
            word: string;
        };
        RecordPageView: {
            head: components["schemas"]["RecordHeadView"];
            items: components["schemas"]["RecordItemView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        RecordTextState: "shown" | "withheld" | "erased";
        RecordTextView: {
            name: string;
            state: components["schemas"]["RecordTextState"];
            /** @description null unless shown */
            text: string | null;
            word: string;
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
        RecountStateView: {
            agrees: boolean;
            differences: string[];
        };
        RecountView: {
            agrees: boolean;
            differences: string[];
            tally: components["schemas"]["TallyView"] | null;
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
        RemoveHallRoleBody: {
            personId: string;
            role: components["schemas"]["HallRole"];
        };
        RepeatTaskDto: {
            weeks: number;
        };
        ReportBody: {
            reason: components["schemas"]["HideReason"];
            subject: components["schemas"]["ReportSubject"];
            /** @description only moderators read it */
            text?: string;
        };
        ReportReceivedView: {
            /** @enum {boolean} */
            received: true;
        };
        ReportSubject: {
            id: string;
            kind: components["schemas"]["CaseSubjectKind"];
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
        ReviewWishView: {
            /** Format: date-time */
            askedAt: string;
            text: string;
        };
        /** @enum {string} */
        Role: "administrator" | "venue_manager" | "moderator" | "volunteer_coordinator" | "dispatcher" | "editor";
        RoleGrant: {
            division: components["schemas"]["LevelledDivision"];
            role: components["schemas"]["Role"];
        };
        RollBuildingView: {
            /** @description hundredths of m² */
            area: number | null;
            /** @description empty where a member has no building */
            building: string;
            size: number;
        };
        RollChoiceBody: {
            /** @description only these buildings; left out: all */
            buildings?: string[];
            deliberationDays?: number;
            noticeDays?: number;
            /** @description the import whose owners vote, for the source `owners` */
            ownersImportId?: string;
            packCode: string;
            secret: boolean;
            source: components["schemas"]["RollSource"];
            votingDays?: number;
        };
        RollMemberPageView: {
            items: components["schemas"]["RollMemberView"][];
            nextCursor: string | null;
        };
        RollMemberView: {
            /** @description hundredths of m² */
            area: number | null;
            building: string;
            label: string;
            /** @description took part */
            marked: boolean;
            no: number;
            /** @description somebody can vote for it in the app */
            reachable: boolean;
        };
        RollPreviewView: {
            /** @description hundredths of m² */
            area: number | null;
            buildings: components["schemas"]["RollBuildingView"][];
            /** @description why it cannot be announced like this */
            faults: string[];
            /** @description send it along when announcing */
            hash: string;
            sample: components["schemas"]["RollSampleView"][];
            sentences: string[];
            size: number;
            /** @description members for whom nobody can vote in the app yet */
            unreachable: number;
            windows: components["schemas"]["RollWindowsView"];
        };
        RollSampleView: {
            area: number | null;
            /** @description masked */
            label: string;
            no: number;
        };
        /** @enum {string} */
        RollSource: "verified_residents" | "households" | "representatives" | "owners";
        RollView: {
            /** @description hundredths of m² */
            area: number | null;
            buildings: components["schemas"]["RollBuildingView"][];
            /** Format: date-time */
            frozenAt: string;
            hash: string;
            mine: components["schemas"]["MembershipView"][];
            size: number;
            source: components["schemas"]["RollSource"];
        };
        RollWindowsView: {
            /** Format: date-time */
            deliberatesFrom: string;
            /** Format: date-time */
            deliberatesUntil: string;
            publicationDays: number;
            votesDays: number | null;
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
        RulePacksView: {
            items: components["schemas"]["RulePackView"][];
        };
        RulePackView: {
            basis: string;
            code: string;
            deliberationDays: number;
            extensionDays: number | null;
            name: string;
            noticeDays: number;
            publicationDays: number;
            /** @enum {string|null} */
            secrecy: "open" | "secret" | "choice" | null;
            sentences: string[];
            sources: components["schemas"]["RollSource"][];
            version: number;
            votingDays: number | null;
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
        SentenceBody: {
            cites: components["schemas"]["CiteBody"][];
            text: string;
        };
        SentenceView: {
            cites: components["schemas"]["CiteView"][];
            text: string;
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
        ShareStateView: {
            done: number;
            met: boolean;
            /** @description the smallest amount that is enough */
            needed: number | null;
            total: number;
        };
        ShareView: {
            done: number;
            total: number;
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
        SignInBody: {
            /** @description what was scanned, or the six digits */
            qr: string;
        };
        /** @enum {string} */
        SignInMethod: "qr" | "paper";
        /** @enum {string} */
        Skill: "first_aid" | "repair" | "driving" | "teaching" | "calligraphy" | "haircut" | "cooking" | "photography" | "sign_language" | "counselling" | "legal" | "computing";
        /** @enum {string} */
        SpeakerRole: "committee" | "owners_committee" | "property" | "staff" | "resident";
        SpeechBody: {
            attachmentIds: string[];
            attendeeId?: string;
            role: components["schemas"]["SpeakerRole"];
            speakerName?: string;
            stance: components["schemas"]["Stance"];
            text: string;
        };
        SpeechView: {
            attachments: components["schemas"]["AttachmentView"][];
            id: string;
            no: number;
            role: components["schemas"]["SpeakerRole"];
            speaker: string;
            stance: components["schemas"]["Stance"];
            /** @description null when it was erased */
            text: string | null;
        };
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
        /** @enum {string} */
        StaffTopicAct: "take_up" | "return" | "decline" | "review_declined" | "uphold_declined" | "classify_instant" | "classify_deep" | "answer" | "open_endorsing" | "open_deliberation" | "finalise" | "open_voting" | "extend_voting" | "count" | "publicise" | "start_work" | "evaluate" | "merge" | "suspend" | "resume" | "annul";
        StaffTopicActionView: {
            act: components["schemas"]["TopicAct"];
            allowed: boolean;
            /** @description unmet needs in words */
            unmet: string[];
            word: string;
        };
        StaffTopicCardView: {
            actions: components["schemas"]["TopicAct"][];
            community: components["schemas"]["HallDivisionView"];
            /** Format: date-time */
            createdAt: string;
            endorsements: components["schemas"]["EndorsementsView"] | null;
            id: string;
            initiator: components["schemas"]["NicknameView"];
            late: components["schemas"]["LateView"][];
            mine: components["schemas"]["TopicMineView"] | null;
            /** @description acts that still need something */
            needs: components["schemas"]["StaffTopicActionView"][];
            rollSize: number | null;
            /** @enum {string|null} */
            stage: "raise" | "accept" | "deliberate" | "vote" | "publicise" | "implement" | null;
            stances: components["schemas"]["StancesView"];
            status: components["schemas"]["TopicStatus"];
            /** Format: date-time */
            statusAt: string;
            title: string;
            track: components["schemas"]["TopicTrack"];
            /**
             * Format: date-time
             * @description the end of the window it is in
             */
            until: string | null;
        };
        StaffTopicObjectionPageView: {
            items: components["schemas"]["StaffTopicObjectionView"][];
            nextCursor: string | null;
        };
        StaffTopicObjectionView: {
            /** @description empty where the caller is concerned */
            actions: "answer"[];
            answer: string | null;
            /** Format: date-time */
            answeredAt: string | null;
            author: components["schemas"]["OutcomeAuthorView"] | null;
            /** Format: date-time */
            createdAt: string;
            id: string;
            mine: boolean;
            status: components["schemas"]["TopicObjectionStatus"];
            /** @description null when hidden or erased */
            text: string | null;
            topic: components["schemas"]["OutcomeTopicView"];
        };
        StaffTopicPage: {
            items: components["schemas"]["StaffTopicCardView"][];
            nextCursor: string | null;
        };
        StaffTopicView: {
            actions: components["schemas"]["TopicAction"][];
            answer: string | null;
            body: string;
            clocks: components["schemas"]["TopicClockView"][];
            community: components["schemas"]["HallDivisionView"];
            /** Format: date-time */
            createdAt: string;
            endorsements: components["schemas"]["EndorsementsView"] | null;
            followUps: number;
            id: string;
            initiator: components["schemas"]["NicknameView"];
            initiatorPhoneMasked: string | null;
            late: components["schemas"]["LateView"][];
            meetings: number;
            mergedInto: components["schemas"]["TopicLinkView"] | null;
            mine: components["schemas"]["TopicMineView"] | null;
            /** @description minutes were sent or confirmed */
            minutes: boolean;
            objections: components["schemas"]["TopicObjectionsView"];
            path: components["schemas"]["TopicPathStepView"][];
            record: components["schemas"]["RecordHeadView"];
            reviewWish: components["schemas"]["ReviewWishView"] | null;
            rollSize: number | null;
            rules: components["schemas"]["TopicRulesView"] | null;
            staffActions: components["schemas"]["StaffTopicActionView"][];
            /** @enum {string|null} */
            stage: "raise" | "accept" | "deliberate" | "vote" | "publicise" | "implement" | null;
            stances: components["schemas"]["StancesView"];
            status: components["schemas"]["TopicStatus"];
            /** Format: date-time */
            statusAt: string;
            statusReason: string | null;
            /** @enum {string|null} */
            suspendedFrom: "draft" | "submitted" | "under_review" | "endorsing" | "announced" | "deliberating" | "finalised" | "voting" | "counted" | "publicised" | "effective" | "implementing" | "evaluated" | "archived" | "returned" | "declined" | "merged" | "withdrawn" | "failed" | "suspended" | null;
            /** @description after the count */
            tally: components["schemas"]["TallyView"] | null;
            text: components["schemas"]["TopicTextSummaryView"];
            title: string;
            track: components["schemas"]["TopicTrack"];
            /**
             * Format: date-time
             * @description the end of the window it is in
             */
            until: string | null;
            windows: components["schemas"]["TopicWindowsView"];
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
        /** @enum {string} */
        Stance: "for" | "against" | "neutral";
        StancesView: {
            against: number;
            for: number;
            neutral: number;
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
        TallyChecksView: {
            area: components["schemas"]["TallyCheckView"] | null;
            head: components["schemas"]["TallyCheckView"] | null;
        };
        TallyCheckView: {
            have: number;
            met: boolean;
            needed: number;
            of: number;
            threshold: components["schemas"]["ThresholdView"];
        };
        TallyView: {
            approval: components["schemas"]["TallyChecksView"];
            area: number | null;
            areas: components["schemas"]["ChoiceSumsView"] | null;
            counts: components["schemas"]["ChoiceSumsView"];
            participated: components["schemas"]["ParticipatedView"];
            participation: components["schemas"]["TallyChecksView"];
            passed: boolean;
            /** @description the result in plain words */
            sentences: string[];
            size: number;
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
        ThresholdView: {
            den: number;
            num: number;
            strict: boolean;
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
        TopicAct: "submit" | "take_up" | "return" | "decline" | "review_declined" | "uphold_declined" | "classify_instant" | "classify_deep" | "answer" | "open_endorsing" | "reach_endorsements" | "lapse_endorsing" | "announce" | "open_deliberation" | "revise" | "finalise" | "open_voting" | "extend_voting" | "count" | "fail" | "publicise" | "uphold_objection" | "take_effect" | "start_work" | "evaluate" | "archive" | "merge" | "withdraw" | "lapse_returned" | "suspend" | "resume" | "annul";
        TopicActDto: {
            /** @description the answer to a topic of the instant track */
            answer?: string;
            /** @description the initiator and everybody reads it */
            reason?: string;
            reasonCode?: components["schemas"]["HideReason"];
            /** @description the topic to merge into */
            targetId?: string;
        };
        /** @enum {string} */
        TopicAction: "edit" | "submit" | "withdraw" | "endorse" | "unendorse" | "answer_merge" | "speak" | "react" | "vote" | "object" | "rate" | "review" | "report" | "sign_in" | "confirm_minutes";
        TopicCardPage: {
            items: components["schemas"]["TopicCardView"][];
            nextCursor: string | null;
        };
        TopicCardView: {
            community: components["schemas"]["HallDivisionView"];
            /** Format: date-time */
            createdAt: string;
            endorsements: components["schemas"]["EndorsementsView"] | null;
            id: string;
            initiator: components["schemas"]["NicknameView"];
            late: components["schemas"]["LateView"][];
            mine: components["schemas"]["TopicMineView"] | null;
            rollSize: number | null;
            /** @enum {string|null} */
            stage: "raise" | "accept" | "deliberate" | "vote" | "publicise" | "implement" | null;
            stances: components["schemas"]["StancesView"];
            status: components["schemas"]["TopicStatus"];
            /** Format: date-time */
            statusAt: string;
            title: string;
            track: components["schemas"]["TopicTrack"];
            /**
             * Format: date-time
             * @description the end of the window it is in
             */
            until: string | null;
        };
        /** @enum {string} */
        TopicClockKind: "review" | "answer" | "start" | "objections";
        TopicClockView: {
            /** Format: date-time */
            dueAt: string;
            kind: components["schemas"]["TopicClockKind"];
            late: boolean;
            /** Format: date-time */
            stoppedAt: string | null;
            word: string;
        };
        TopicLinkView: {
            id: string;
            title: string;
        };
        TopicMineView: {
            /** @description on the roll, with a vote that can still be cast or changed */
            canVote: boolean;
            /** @description the text in force */
            endorsed: boolean;
            initiator: boolean;
            voted: boolean;
        };
        TopicMinutesView: {
            /** @description views stand on both sides: the minutes must say what the smaller one thinks */
            minorityNeeded: boolean;
            minutes: components["schemas"]["MinutesView"] | null;
        };
        TopicObjectionBody: {
            text: string;
        };
        /** @enum {string} */
        TopicObjectionDecision: "upheld" | "dismissed";
        TopicObjectionListView: {
            items: components["schemas"]["TopicObjectionView"][];
        };
        /** @enum {string} */
        TopicObjectionStatus: "held" | "open" | "upheld" | "dismissed" | "hidden";
        TopicObjectionsView: {
            open: number;
            total: number;
        };
        TopicObjectionView: {
            answer: string | null;
            /** Format: date-time */
            answeredAt: string | null;
            author: components["schemas"]["OutcomeAuthorView"] | null;
            /** Format: date-time */
            createdAt: string;
            id: string;
            mine: boolean;
            status: components["schemas"]["TopicObjectionStatus"];
            /** @description null when hidden or erased */
            text: string | null;
        };
        TopicPathStepView: {
            /** Format: date-time */
            at: string | null;
            code: components["schemas"]["TopicStage"];
            /** @enum {string} */
            state: "done" | "now" | "next";
            word: string;
        };
        TopicRulesView: {
            basis: string;
            code: string;
            name: string;
            secret: boolean;
            sentences: string[];
            /** @enum {string|null} */
            source: "verified_residents" | "households" | "representatives" | "owners" | null;
            version: number;
        };
        /** @enum {string} */
        TopicStage: "raise" | "accept" | "deliberate" | "vote" | "publicise" | "implement";
        /** @enum {string} */
        TopicStatus: "draft" | "submitted" | "under_review" | "endorsing" | "announced" | "deliberating" | "finalised" | "voting" | "counted" | "publicised" | "effective" | "implementing" | "evaluated" | "archived" | "returned" | "declined" | "merged" | "withdrawn" | "failed" | "suspended";
        TopicTextList: {
            items: components["schemas"]["TopicTextView"][];
        };
        TopicTextSummaryView: {
            /** @description versions that were ever shown */
            count: number;
            /** Format: date-time */
            createdAt: string;
            /** @description SHA-256 in hex */
            hash: string | null;
            /** @description a text of this topic waits for a person to look at it */
            held: boolean;
            /** @description hidden by a decision; a stub stands in its place */
            hidden: boolean;
            no: number;
        };
        TopicTextView: {
            body: string;
            /** Format: date-time */
            createdAt: string;
            /** @description SHA-256 in hex */
            hash: string;
            no: number;
            title: string;
        };
        /** @enum {string} */
        TopicTrack: "instant" | "deep";
        TopicView: {
            actions: components["schemas"]["TopicAction"][];
            answer: string | null;
            body: string;
            clocks: components["schemas"]["TopicClockView"][];
            community: components["schemas"]["HallDivisionView"];
            /** Format: date-time */
            createdAt: string;
            endorsements: components["schemas"]["EndorsementsView"] | null;
            followUps: number;
            id: string;
            initiator: components["schemas"]["NicknameView"];
            late: components["schemas"]["LateView"][];
            meetings: number;
            mergedInto: components["schemas"]["TopicLinkView"] | null;
            mine: components["schemas"]["TopicMineView"] | null;
            /** @description minutes were sent or confirmed */
            minutes: boolean;
            objections: components["schemas"]["TopicObjectionsView"];
            path: components["schemas"]["TopicPathStepView"][];
            record: components["schemas"]["RecordHeadView"];
            rollSize: number | null;
            rules: components["schemas"]["TopicRulesView"] | null;
            /** @enum {string|null} */
            stage: "raise" | "accept" | "deliberate" | "vote" | "publicise" | "implement" | null;
            stances: components["schemas"]["StancesView"];
            status: components["schemas"]["TopicStatus"];
            /** Format: date-time */
            statusAt: string;
            statusReason: string | null;
            /** @enum {string|null} */
            suspendedFrom: "draft" | "submitted" | "under_review" | "endorsing" | "announced" | "deliberating" | "finalised" | "voting" | "counted" | "publicised" | "effective" | "implementing" | "evaluated" | "archived" | "returned" | "declined" | "merged" | "withdrawn" | "failed" | "suspended" | null;
            /** @description after the count */
            tally: components["schemas"]["TallyView"] | null;
            text: components["schemas"]["TopicTextSummaryView"];
            title: string;
            track: components["schemas"]["TopicTrack"];
            /**
             * Format: date-time
             * @description the end of the window it is in
             */
            until: string | null;
            windows: components["schemas"]["TopicWindowsView"];
        };
        TopicWindowsView: {
            /** Format: date-time */
            deliberatesFrom: string | null;
            /** Format: date-time */
            deliberatesUntil: string | null;
            /** Format: date */
            effectiveOn: string | null;
            /** Format: date-time */
            endorseUntil: string | null;
            /** Format: date-time */
            publicationUntil: string | null;
            /** Format: date-time */
            votesFrom: string | null;
            /** Format: date-time */
            votesUntil: string | null;
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
        VoteMembershipView: {
            /** @description hundredths of a square metre */
            area: number | null;
            capacity: components["schemas"]["VoterCapacity"];
            /** Format: date-time */
            castAt: string | null;
            choice: components["schemas"]["BallotChoice"] | null;
            label: string;
            no: number;
            receipt: string | null;
            voted: boolean;
        };
        /** @enum {string} */
        VoterCapacity: "self" | "household" | "owner" | "co_owner" | "proxy" | "representative";
        VoteView: {
            /** Format: date-time */
            from: string | null;
            memberships: components["schemas"]["VoteMembershipView"][];
            open: boolean;
            participation: components["schemas"]["ParticipationView"];
            secret: boolean;
            /** @description null until the text is final */
            textHash: string | null;
            title: string;
            topicId: string;
            /** Format: date-time */
            until: string | null;
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
        WithdrawTopicDto: {
            reason?: string;
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
    downloadAttachment: {
        parameters: {
            query?: {
                /** @description of a link; not needed for public files */
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
                    "application/pdf": string;
                    "image/jpeg": string;
                };
            };
        };
    };
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
    appealCase: {
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
                "application/json": components["schemas"]["CaseAppealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCaseView"];
                };
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
    Outcomes_rateFollowUp: {
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
                "application/json": components["schemas"]["RateBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpView"];
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
    getHall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                community: string;
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
                    "application/json": components["schemas"]["HallView"];
                };
            };
        };
    };
    Outcomes_listPromises: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: components["schemas"]["PromiseState"];
            };
            header?: never;
            path: {
                community: string;
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
                    "application/json": components["schemas"]["PromisePageView"];
                };
            };
        };
    };
    listHallTopics: {
        parameters: {
            query?: {
                /** @description those that have ended */
                closed?: "1";
                cursor?: string;
                limit?: number;
                /** @description words of the title */
                q?: string;
                stage?: components["schemas"]["TopicStage"];
            };
            header?: never;
            path: {
                community: string;
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
                    "application/json": components["schemas"]["TopicCardPage"];
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
    listMyCases: {
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
                    "application/json": components["schemas"]["MyCasePageView"];
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
    listMyMerges: {
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
                    "application/json": components["schemas"]["MergeList"];
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
    listMyOpinions: {
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
                    "application/json": components["schemas"]["MyOpinionPageView"];
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
    listMyTopics: {
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
                    "application/json": components["schemas"]["TopicCardPage"];
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
    Meetings_getMeeting: {
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
                    "application/json": components["schemas"]["MeetingPageView"];
                };
            };
        };
    };
    Meetings_signInToMeeting: {
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
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
        };
    };
    editOpinion: {
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
                "application/json": components["schemas"]["EditOpinionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpinionView"];
                };
            };
        };
    };
    reactToOpinion: {
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
                "application/json": components["schemas"]["ReactionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReactionCounts"];
                };
            };
        };
    };
    listOpinionTexts: {
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
                    "application/json": components["schemas"]["OpinionTextsView"];
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
    listRecordRoots: {
        parameters: {
            query?: {
                cursor?: string;
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
                    "application/json": components["schemas"]["DailyRootPageView"];
                };
            };
        };
    };
    report: {
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
                "application/json": components["schemas"]["ReportBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportReceivedView"];
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
    Rolls_listRulePacks: {
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
                    "application/json": components["schemas"]["RulePacksView"];
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
    StaffVoting_confirmAssisted: {
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
                "application/json": components["schemas"]["ConfirmAssistedBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistedView"];
                };
            };
        };
    };
    StaffVoting_refuseAssisted: {
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
                    "application/json": components["schemas"]["AssistedView"];
                };
            };
        };
    };
    getAttachmentLink: {
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
                    "application/json": components["schemas"]["AttachmentLinkView"];
                };
            };
        };
    };
    StaffMeetings_confirmMinutesOnPaper: {
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
                "application/json": components["schemas"]["PaperConfirmationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicMinutesView"];
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
    getCase: {
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
                    "application/json": components["schemas"]["CaseView"];
                };
            };
        };
    };
    claimCase: {
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
                    "application/json": components["schemas"]["CaseView"];
                };
            };
        };
    };
    decideCase: {
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
                "application/json": components["schemas"]["DecideCaseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
        };
    };
    decideAppeal: {
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
                "application/json": components["schemas"]["DecideCaseAppealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
        };
    };
    releaseCase: {
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
                    "application/json": components["schemas"]["CaseView"];
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
    uploadAttachment: {
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
                "multipart/form-data": {
                    /** @enum {string} */
                    access: "public" | "staff";
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
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
    listCases: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                queue?: components["schemas"]["CaseQueue"];
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
                    "application/json": components["schemas"]["CasePageView"];
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
    StaffOutcomes_listDivisionFollowUps: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: components["schemas"]["PromiseState"];
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
                    "application/json": components["schemas"]["PromisePageView"];
                };
            };
        };
    };
    getHallSettings: {
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
                    "application/json": components["schemas"]["HallSettingsView"];
                };
            };
        };
    };
    updateHallSettings: {
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
                "application/json": components["schemas"]["HallSettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallSettingsView"];
                };
            };
        };
    };
    HallRoles_listHallRoles: {
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
                    "application/json": components["schemas"]["HallRolesView"];
                };
            };
        };
    };
    HallRoles_grantHallRole: {
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
                "application/json": components["schemas"]["GrantHallRoleBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallRolesView"];
                };
            };
        };
    };
    HallRoles_removeHallRole: {
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
                "application/json": components["schemas"]["RemoveHallRoleBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallRolesView"];
                };
            };
        };
    };
    getHallsTodo: {
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
                    "application/json": components["schemas"]["HallsTodoView"];
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
    OwnersImports_listOwnersImports: {
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
                    "application/json": components["schemas"]["OwnersImportPageView"];
                };
            };
        };
    };
    OwnersImports_importOwners: {
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
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description CSV in UTF-8, at most 10 MB
                     */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewOwnersImportView"];
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
    StaffOutcomes_listWaitingTopicObjections: {
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
                    "application/json": components["schemas"]["StaffTopicObjectionPageView"];
                };
            };
        };
    };
    listStaffTopics: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                queue?: "review" | "endorsed" | "running" | "declined" | "late" | "assisted" | "all";
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
                    "application/json": components["schemas"]["StaffTopicPage"];
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
    StaffOutcomes_finishFollowUp: {
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
                "application/json": components["schemas"]["ProgressBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpView"];
                };
            };
        };
    };
    StaffOutcomes_dropFollowUp: {
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
                    "application/json": components["schemas"]["FollowUpView"];
                };
            };
        };
    };
    StaffOutcomes_tellFollowUpProgress: {
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
                "application/json": components["schemas"]["ProgressBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpView"];
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
    StaffMeetings_addAttendee: {
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
                "application/json": components["schemas"]["AttendeeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingPageView"];
                };
            };
        };
    };
    StaffMeetings_cancelMeeting: {
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
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
        };
    };
    StaffMeetings_closeMeeting: {
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
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
        };
    };
    StaffMeetings_getMeetingCode: {
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
                    "application/json": components["schemas"]["MeetingCodeView"];
                };
            };
        };
    };
    StaffMeetings_addSpeech: {
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
                "application/json": components["schemas"]["SpeechBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingPageView"];
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
    StaffOutcomes_answerTopicObjection: {
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
                "application/json": components["schemas"]["AnswerTopicObjectionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicObjectionView"];
                };
            };
        };
    };
    getStaffTopic: {
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
                    "application/json": components["schemas"]["StaffTopicView"];
                };
            };
        };
    };
    actOnTopic: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 64 letters, digits, - or _; the same for every repeat of one act */
                "Idempotency-Key": string;
            };
            path: {
                act: components["schemas"]["StaffTopicAct"];
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicActDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicView"];
                };
            };
        };
    };
    Rolls_announceTopic: {
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
                "application/json": components["schemas"]["AnnounceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicView"];
                };
            };
        };
    };
    StaffVoting_listAssisted: {
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
                    "application/json": components["schemas"]["AssistedPageView"];
                };
            };
        };
    };
    StaffVoting_enterAssisted: {
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
                "application/json": components["schemas"]["AssistedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistedView"];
                };
            };
        };
    };
    StaffVoting_getCounting: {
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
                    "application/json": components["schemas"]["CountingView"];
                };
            };
        };
    };
    eraseFromRecord: {
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
                "application/json": components["schemas"]["ErasureBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
        };
    };
    StaffOutcomes_createFollowUp: {
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
                "application/json": components["schemas"]["FollowUpBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpView"];
                };
            };
        };
    };
    StaffMeetings_callMeeting: {
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
                "application/json": components["schemas"]["CallMeetingBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
        };
    };
    StaffMeetings_writeMinutes: {
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
                "application/json": components["schemas"]["MinutesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicMinutesView"];
                };
            };
        };
    };
    StaffMeetings_sendMinutes: {
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
                    "application/json": components["schemas"]["TopicMinutesView"];
                };
            };
        };
    };
    StaffVoting_recountBallots: {
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
                    "application/json": components["schemas"]["RecountView"];
                };
            };
        };
    };
    Rolls_listRollMembers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a number, a building, or part of a name or door */
                q?: string;
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
                    "application/json": components["schemas"]["RollMemberPageView"];
                };
            };
        };
    };
    Rolls_previewRoll: {
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
                "application/json": components["schemas"]["RollChoiceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollPreviewView"];
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
    createTopic: {
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
                "application/json": components["schemas"]["CreateTopicDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicView"];
                };
            };
        };
    };
    getTopic: {
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
                    "application/json": components["schemas"]["TopicView"];
                };
            };
        };
    };
    askTopicReview: {
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
                "application/json": components["schemas"]["AskReviewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicView"];
                };
            };
        };
    };
    Voting_castBallot: {
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
                "application/json": components["schemas"]["BallotBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotCastView"];
                };
            };
        };
    };
    endorseTopic: {
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
                "application/json": components["schemas"]["EndorseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicView"];
                };
            };
        };
    };
    Outcomes_listFollowUps: {
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
                    "application/json": components["schemas"]["FollowUpListView"];
                };
            };
        };
    };
    Meetings_listMeetings: {
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
                    "application/json": components["schemas"]["MeetingListView"];
                };
            };
        };
    };
    answerMerge: {
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
                "application/json": components["schemas"]["MergeConsentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicView"];
                };
            };
        };
    };
    Meetings_getMinutes: {
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
                    "application/json": components["schemas"]["TopicMinutesView"];
                };
            };
        };
    };
    Meetings_confirmMinutes: {
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
                "application/json": components["schemas"]["ConfirmMinutesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicMinutesView"];
                };
            };
        };
    };
    Outcomes_listTopicObjections: {
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
                    "application/json": components["schemas"]["TopicObjectionListView"];
                };
            };
        };
    };
    Outcomes_objectToTopic: {
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
                "application/json": components["schemas"]["TopicObjectionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicObjectionView"];
                };
            };
        };
    };
    listOpinions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description an opinion of the first level: its replies are listed */
                parent?: string;
                sort?: components["schemas"]["OpinionSort"];
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
                    "application/json": components["schemas"]["OpinionPageView"];
                };
            };
        };
    };
    postOpinion: {
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
                "application/json": components["schemas"]["NewOpinionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpinionView"];
                };
            };
        };
    };
    Voting_getParticipation: {
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
                    "application/json": components["schemas"]["ParticipationView"];
                };
            };
        };
    };
    Voting_checkReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    getTopicRecord: {
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
                    "application/json": components["schemas"]["RecordPageView"];
                };
            };
        };
    };
    exportTopicRecord: {
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
                    "application/x-ndjson": string;
                };
            };
        };
    };
    Rolls_getRoll: {
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
                    "application/json": components["schemas"]["RollView"];
                };
            };
        };
    };
    submitTopic: {
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
                    "application/json": components["schemas"]["TopicView"];
                };
            };
        };
    };
    editTopic: {
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
                "application/json": components["schemas"]["EditTopicDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicView"];
                };
            };
        };
    };
    listTopicTexts: {
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
                    "application/json": components["schemas"]["TopicTextList"];
                };
            };
        };
    };
    unendorseTopic: {
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
                    "application/json": components["schemas"]["TopicView"];
                };
            };
        };
    };
    Voting_getVote: {
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
                    "application/json": components["schemas"]["VoteView"];
                };
            };
        };
    };
    withdrawTopic: {
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
                "application/json": components["schemas"]["WithdrawTopicDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicView"];
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
