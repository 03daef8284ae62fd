-- What has no end was given one in 2037, the last year that every database took; now it lasts until 2999.
update access_entitlement set ends_at = '2999-12-31 00:00:00' where ends_at = '2037-12-31 00:00:00';
