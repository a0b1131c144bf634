// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/randomids.h"

#include <QUuid>

namespace psolog {

std::string RandomIds::newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

}  // namespace psolog
