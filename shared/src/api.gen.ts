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
        CalendarLinkView: {
            path: string;
        };
        CancelBody: {
            reason?: string;
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
        CheckInOneBody: {
            /** @enum {boolean} */
            identityChecked?: true;
            /** @example 482913 */
            manualCode?: string;
        };
        ClaimResidencyDto: {
            building: string;
            communityCode: string;
            name: string;
            room: string;
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
        CompanionView: {
            /** Format: date-time */
            joinedAt: string;
            nickname: string;
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
        EmptyBody: Record<string, never>;
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
        GrantRoleDto: {
            phone: string;
            role: components["schemas"]["Role"];
        };
        GridUnitView: {
            startMinute: number;
            state: components["schemas"]["UnitState"];
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
        MinuteRangeInput: {
            closeMinute: number;
            openMinute: number;
        };
        MinuteRangeView: {
            closeMinute: number;
            openMinute: number;
        };
        NamedView: {
            id: string;
            name: string;
        };
        NoticeLinkView: {
            id: string;
            page: components["schemas"]["NoticePage"];
        };
        /** @enum {string} */
        NoticePage: "booking" | "waitlist" | "residency" | "pause";
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
        /**
         * @description Held on some division
         * @enum {string}
         */
        Permission: "venues.manage" | "bookings.decide" | "bookings.desk" | "residency.decide" | "roles.manage" | "audit.read";
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
        PlaceNames: {
            items: string[];
        };
        PreviewClosureDto: {
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            startsAt: string;
            venueId: string | null;
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
        RefreshDto: {
            refreshToken: string;
        };
        RefusalView: {
            code: string;
            message: string;
            next: string | null;
            rule: components["schemas"]["RuleView"] | null;
        };
        Residencies: {
            items: components["schemas"]["ResidencyView"][];
        };
        /** @enum {string} */
        ResidencyAction: "withdraw" | "end";
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
        /** @enum {string} */
        Role: "administrator" | "venue_manager" | "moderator" | "volunteer_coordinator" | "dispatcher" | "editor";
        RoleGrant: {
            division: components["schemas"]["LevelledDivision"];
            role: components["schemas"]["Role"];
        };
        /** @enum {string} */
        RosterHint: "match_name" | "match_phone" | "no_household" | "none";
        RuleTextView: {
            no: number;
            text: string;
            title: string;
        };
        RuleView: {
            no: number;
            title: string;
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
        StaffAppealView: {
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
        SubscriptionResult: {
            /** @enum {string} */
            result: "accept" | "reject" | "ban" | "filter" | "acceptWithAudio" | "acceptWithAlert";
            templateId: string;
        };
        SubscriptionsBody: {
            results: components["schemas"]["SubscriptionResult"][];
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
        UnitState: "free" | "taken" | "cleaning" | "mine" | "closed" | "past" | "reserved";
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
                limit?: unknown;
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
    Notices_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: unknown;
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
                    "application/json": components["schemas"]["AppealPageView"];
                };
            };
        };
    };
    StaffBookings_approvals: {
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
    listStaffResidencies: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: unknown;
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
