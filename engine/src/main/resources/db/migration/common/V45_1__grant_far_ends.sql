-- As with the entitlements: no end is the year 2999.
update grant_holding set until_at = '2999-12-31 00:00:00' where until_at = '2037-12-31 00:00:00';
