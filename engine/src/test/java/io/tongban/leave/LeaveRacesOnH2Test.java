package io.tongban.leave;

import io.tongban.ProductTest;

@ProductTest
class LeaveRacesOnH2Test extends LeaveRaces {}
