import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Assistant } from './assistant.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([Assistant])] })
export class StaffModule {}
